def solve(text, pattern):
    total, at = 0, text.find(pattern)
    while at >= 0:
        total += (${m} * at + ${r}) % 1000
        at = text.find(pattern, at + len(pattern))
    return total
