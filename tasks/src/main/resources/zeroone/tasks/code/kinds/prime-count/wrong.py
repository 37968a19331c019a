def solve(low, high):
    prime = bytearray([1]) * (high + 1)
    prime[:2] = bytes(len(prime[:2]))
    d = 2
    while d * d <= high:
        if prime[d]:
            prime[d * d + d :: d] = bytes(len(range(d * d + d, high + 1, d)))
        d += 1
    return sum(1 for n in range(low, high + 1) if prime[n] and n % ${m} <= ${r})
