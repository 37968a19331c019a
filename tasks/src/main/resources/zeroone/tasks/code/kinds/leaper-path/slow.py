def solve(grid):
    rows, columns = len(grid), len(grid[0])
    moves = {(a * s, b * t) for a, b in ((${p}, ${q}), (${q}, ${p})) for s in (1, -1) for t in (1, -1)}
    free = [(r, c) for r in range(rows) for c in range(columns) if grid[r][c] == "."]
    best = {cell: 10**18 for cell in free}
    best[0, 0] = 0
    for _ in free:
        for r, c in free:
            for dr, dc in moves:
                before = best.get((r + dr, c + dc), 10**18) + ${cost}
                if before < best[r, c]:
                    best[r, c] = before
    last = best[rows - 1, columns - 1]
    return -1 if last >= 10**18 else last
