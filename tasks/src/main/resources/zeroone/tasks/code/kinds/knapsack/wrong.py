def solve(capacity, weights, prices):
    best = [0] * (capacity + 1)
    for w, p in zip(weights, prices):
        w += ${wrapping}
        for room in range(w, capacity + 1):
            best[room] = max(best[room], best[room - w] + p)
    return best[capacity]
