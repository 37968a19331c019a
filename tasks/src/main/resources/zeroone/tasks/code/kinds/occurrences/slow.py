def solve(text, pattern):
    total = 0
    for i in range(len(text) - len(pattern) + 1):
        j = 0
        while j < len(pattern) and text[i + j] == pattern[j]:
            j += 1
        if j == len(pattern):
            total += (${m} * i + ${r}) % 1000
    return total
