def solve(k, scores):
    seen, total = [], 0
    for n, score in enumerate(scores, 1):
        if score not in seen:
            seen.append(score)
            seen.sort(reverse=True)
            del seen[k:]
        if len(seen) == k and n % ${every} == 0 and seen[-1] > ${limit}:
            total += seen[-1]
    return total
