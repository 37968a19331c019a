def solve(low, high):
    prime = bytearray([1]) * (high + 1)
    prime[:1] = b"\0"
    d = 2
    while d * d < high:
        if prime[d]:
            prime[d * d :: d] = bytes(len(range(d * d, high + 1, d)))
        d += 1
    return sum(1 for n in range(low, high) if prime[n] and n % ${m} <= ${r})
