def solve(k, scores):
    total = 0
    for n in range(k, len(scores) + 1):
        if n % ${every} == 0:
            kth = sorted(scores[:n], key=lambda score: -score)[k - 1]
            total += kth if kth >= ${limit} else 0
    return total
