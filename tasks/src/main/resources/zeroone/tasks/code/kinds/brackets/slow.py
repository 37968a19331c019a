def solve(s):
    first = ord("a") + ${first}
    total = 0
    for start in range(len(s)):
        stack = []
        for c in s[start:]:
            n = ord(c)
            if (n - first) % 2 == 0:
                stack.append(n)
            elif stack and stack[-1] == n - 1:
                stack.pop()
                total += not stack
            else:
                break
    return total % ${modulus}
