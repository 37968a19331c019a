#include <algorithm>

long long solve(const std::vector<long long>& starts, const std::vector<long long>& ends) {
    std::vector<std::pair<long long, long long>> all;
    for (size_t i = 0; i < starts.size(); i++) all.push_back({ends[i], starts[i]});
    std::sort(all.begin(), all.end());
    long long n = 0, free = -1;
    for (auto& [end, start] : all)
        if (start >= free) n++, free = end + ${pause};
    return n;
}
