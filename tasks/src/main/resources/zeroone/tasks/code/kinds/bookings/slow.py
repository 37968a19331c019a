def solve(starts, ends):
    all = sorted(zip(ends, starts))
    best = []
    for i, (end, start) in enumerate(all):
        best.append(1 + max((best[j] for j in range(i) if all[j][0] + ${pause} <= start), default=0))
    return max(best)
