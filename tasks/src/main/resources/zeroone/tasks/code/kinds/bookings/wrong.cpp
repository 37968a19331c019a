#include <algorithm>

long long solve(const std::vector<long long>& starts, const std::vector<long long>& ends) {
    std::vector<std::pair<long long, size_t>> all;
    for (size_t i = 0; i < starts.size(); i++) all.push_back({ends[i] - starts[i], i});
    std::sort(all.begin(), all.end());
    std::vector<size_t> taken;
    for (auto& [length, i] : all) {
        bool fits = taken.size() < 1000;
        for (size_t j : taken) fits = fits && (starts[i] >= ends[j] + ${pause} || starts[j] >= ends[i] + ${pause});
        if (fits) taken.push_back(i);
    }
    return taken.size();
}
