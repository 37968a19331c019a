#include <unordered_map>

std::vector<long long> solve(const std::vector<long long>& a) {
    std::unordered_map<long long, long long> seen;
    for (size_t i = 0; i < a.size(); i++) {
        auto found = seen.find((${r} - a[i]) % ${m});
        if (found != seen.end()) return {found->second, (long long)i + 1};
        seen[a[i] % ${m}] = i + 1;
    }
    return {0, 0};
}
