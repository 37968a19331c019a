def solve(a):
    total = 0
    for i in range(len(a)):
        picked = [x for x in a[: i + 1] if x % ${m} <= ${r}]
        others = [x for x in a[: i + 1] if x % ${m} > ${r}]
        total = sum(picked) - sum(others)
    return total
