from bisect import bisect_right


def solve(a):
    last = []
    for x in a:
        n = bisect_right(last, x - ${gap})
        if n == len(last):
            last.append(x)
        elif x < last[n]:
            last[n] = x
    return len(last)
