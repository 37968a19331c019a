def solve(a):
    best = []
    for i, x in enumerate(a):
        best.append(1 + max((best[j] for j in range(i) if a[j] + ${gap} <= x), default=0))
    return max(best)
