def is_prime(n):
    return n > 1 and all(n % d for d in range(2, n))


def solve(low, high):
    return sum(1 for n in range(low, high + 1) if n % ${m} <= ${r} and is_prime(n))
