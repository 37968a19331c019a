def solve(s):
    first = ord("a") + ${first}
    seen, depth, total = {0: 1}, 0, 0
    for c in s:
        depth += 1 if (ord(c) - first) % 2 == 0 else -1
        for deeper in [d for d in (depth + 1,) if d in seen]:
            del seen[deeper]
        total += seen.get(depth, 0)
        seen[depth] = seen.get(depth, 0) + 1
    return total
