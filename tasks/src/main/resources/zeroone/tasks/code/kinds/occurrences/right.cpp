#include <algorithm>

long long solve(const std::string& text, const std::string& pattern) {
    std::string both = pattern + '#' + text;
    std::vector<size_t> z(both.size());
    long long total = 0;
    for (size_t i = 1, left = 0, right = 0; i < both.size(); i++) {
        if (i < right) z[i] = std::min(right - i, z[i - left]);
        while (i + z[i] < both.size() && both[z[i]] == both[i + z[i]]) z[i]++;
        if (i + z[i] > right) left = i, right = i + z[i];
        if (z[i] == pattern.size()) total += (${m} * (long long)(i - pattern.size() - 1) + ${r}) % 1000;
    }
    return total;
}
