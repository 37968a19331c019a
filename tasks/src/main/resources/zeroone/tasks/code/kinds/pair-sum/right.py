def solve(a):
    seen = {}
    for i, x in enumerate(a, 1):
        if (${r} - x) % ${m} in seen:
            return [seen[(${r} - x) % ${m}], i]
        seen[x % ${m}] = i
    return [0, 0]
