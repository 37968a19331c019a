#include <algorithm>

long long solve(const std::vector<long long>& starts, const std::vector<long long>& ends) {
    std::vector<std::pair<long long, long long>> all;
    for (size_t i = 0; i < starts.size(); i++) all.push_back({ends[i], starts[i]});
    std::sort(all.begin(), all.end());
    std::vector<long long> best(all.size(), 1);
    for (size_t i = 0; i < all.size(); i++)
        for (size_t j = 0; j < i; j++)
            if (all[j].first + ${pause} <= all[i].second) best[i] = std::max(best[i], best[j] + 1);
    return *std::max_element(best.begin(), best.end());
}
