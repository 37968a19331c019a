def solve(a):
    place = {x % ${m}: i for i, x in enumerate(a, 1)}
    for i, x in enumerate(a, 1):
        j = place.get((${r} - x) % ${m})
        if j:
            return [min(i, j), max(i, j) - 1 if i == j else max(i, j)]
    return [1, 1]
