import sys

sys.setrecursionlimit(10000)


def best(width, cells, i):
    before = []
    if i % width:
        before.append(best(width, cells, i - 1) + ${bonus})
    if i >= width:
        before.append(best(width, cells, i - width))
        if i % width:
            before.append(best(width, cells, i - width - 1) - ${fee})
    return cells[i] + (max(before) if before else 0)


def solve(width, cells):
    return best(width, cells, len(cells) - 1)
