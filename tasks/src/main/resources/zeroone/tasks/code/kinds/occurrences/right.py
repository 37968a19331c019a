def solve(text, pattern):
    total = 0
    border = [0] * len(pattern)
    k = 0
    for i in range(1, len(pattern)):
        while k and pattern[i] != pattern[k]:
            k = border[k - 1]
        if pattern[i] == pattern[k]:
            k += 1
        border[i] = k
    k = 0
    for i, letter in enumerate(text):
        while k and (k == len(pattern) or letter != pattern[k]):
            k = border[k - 1]
        if letter == pattern[k]:
            k += 1
        if k == len(pattern):
            total += (${m} * (i + 1 - k) + ${r}) % 1000
    return total
