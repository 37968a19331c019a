def solve(grid):
    rows, columns = len(grid), len(grid[0])
    moves = {(a * s, b * t) for a, b in ((${p}, ${q}), (${q}, ${p})) for s in (1, -1) for t in (1, -1)}
    cost = {(0, 0): 0}
    stack = [(0, 0)]
    while stack:
        r, c = stack.pop()
        for dr, dc in moves:
            y, x = r + dr, c + dc
            if 0 <= y < rows and 0 <= x < columns and grid[y][x] == "." and (y, x) not in cost:
                cost[y, x] = cost[r, c] + ${cost}
                stack.append((y, x))
    return cost.get((rows - 1, columns - 1), 0)
