def solve(a):
    total = 0
    for x in a:
        if x % ${m} <= ${r}:
            total += x
    return total
