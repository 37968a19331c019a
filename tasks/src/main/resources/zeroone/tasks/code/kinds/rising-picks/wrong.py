def solve(a):
    n, last = 0, None
    for x in a:
        if last is None or x >= last + ${gap}:
            n, last = n + 1, x
    return n
