def solve(width, cells):
    best = []
    for i, value in enumerate(cells):
        before = []
        if i % width:
            before.append(best[i - 1] + ${bonus})
        if i >= width:
            before.append(best[i - width])
            if i % width:
                before.append(best[i - width - 1] - ${fee})
        best.append(value + (max(before) if before else 0))
    return best[-1]
