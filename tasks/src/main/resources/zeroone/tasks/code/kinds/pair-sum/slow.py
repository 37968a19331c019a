def solve(a):
    for i in range(len(a)):
        for j in range(i + 1, len(a)):
            if (a[i] + a[j]) % ${m} == ${r}:
                return [i + 1, j + 1]
    return [0, 0]
