def solve(width, cells):
    i, total = 0, cells[0]
    while i < len(cells) - 1:
        ways = []
        if (i + 1) % width:
            ways.append((cells[i + 1] + ${bonus}, i + 1))
        if i + width < len(cells):
            ways.append((cells[i + width], i + width))
            if (i + 1) % width:
                ways.append((cells[i + width + 1] - ${fee}, i + width + 1))
        gain, i = max(ways)
        total += gain
    return total
