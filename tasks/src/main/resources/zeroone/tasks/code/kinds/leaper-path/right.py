def solve(grid):
    rows, columns = len(grid), len(grid[0])
    moves = {(a * s, b * t) for a, b in ((${p}, ${q}), (${q}, ${p})) for s in (1, -1) for t in (1, -1)}
    seen = [[c == "#" for c in row] for row in grid]
    seen[0][0] = True
    layer, cost = [(0, 0)], 0
    while layer:
        following = []
        for r, c in layer:
            if r == rows - 1 and c == columns - 1:
                return cost
            for dr, dc in moves:
                y, x = r + dr, c + dc
                if 0 <= y < rows and 0 <= x < columns and not seen[y][x]:
                    seen[y][x] = True
                    following.append((y, x))
        layer, cost = following, cost + ${cost}
    return -1
