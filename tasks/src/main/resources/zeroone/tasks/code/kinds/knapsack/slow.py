def solve(capacity, weights, prices):
    things = [(w + ${wrapping}, p) for w, p in zip(weights, prices) for _ in range(${copies})]

    def best(i, room):
        if i == len(things):
            return 0
        without = best(i + 1, room)
        w, p = things[i]
        return max(without, best(i + 1, room - w) + p) if w <= room else without

    return best(0, capacity)
