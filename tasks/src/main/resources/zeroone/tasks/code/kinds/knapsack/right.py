def solve(capacity, weights, prices):
    best = [0] * (capacity + 1)
    for w, p in zip(weights, prices):
        w += ${wrapping}
        for _ in range(${copies}):
            if w <= capacity:
                best[w:] = [max(a, b + p) for a, b in zip(best[w:], best)]
    return best[capacity]
