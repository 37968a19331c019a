def solve(low, high):
    prime = bytearray([1]) * (high + 1)
    prime[:2] = bytes(len(prime[:2]))
    d = 2
    while d * d <= high:
        if prime[d]:
            prime[d * d :: d] = bytes(len(range(d * d, high + 1, d)))
        d += 1
    total = 0
    for rest in range(${r} + 1 if ${r} < ${m} else ${m}):
        first = low + (rest - low) % ${m}
        total += sum(prime[first :: ${m}])
    return total
