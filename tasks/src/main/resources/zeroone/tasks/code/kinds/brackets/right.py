def solve(s):
    first = ord("a") + ${first}
    ending = [0] * (len(s) + 1)
    stack, total = [], 0
    for i, c in enumerate(s):
        n = ord(c)
        if (n - first) % 2 == 0:
            stack.append(i)
        elif stack and ord(s[stack[-1]]) == n - 1:
            ending[i + 1] = ending[stack.pop()] + 1
            total += ending[i + 1]
        else:
            stack = []
    return total % ${modulus}
