import heapq


def solve(k, scores):
    heap, total = [], 0
    for n, score in enumerate(scores, 1):
        if len(heap) < k:
            heapq.heappush(heap, score)
        else:
            heapq.heappushpop(heap, score)
        if n >= k and n % ${every} == 0 and heap[0] >= ${limit}:
            total += heap[0]
    return total
