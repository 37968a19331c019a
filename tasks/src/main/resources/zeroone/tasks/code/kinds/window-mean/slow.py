def solve(k, a):
    best = 0
    for i in range(len(a) - k + 1):
        best = max(best, sum(min(${cap}, abs(x - ${centre})) for x in a[i : i + k]))
    return best / k
