def solve(k, a):
    d = [min(${cap}, abs(x - ${centre})) for x in a]
    total = best = sum(d[:k])
    for new, old in zip(d[k:], d):
        total += new - old
        best = max(best, total)
    return best // k
