#include <algorithm>

long long solve(long long width, const std::vector<long long>& cells) {
    std::vector<long long> best(cells.size());
    for (size_t i = 0; i < cells.size(); i++) {
        long long before = 0;
        if (i % width) before = std::max(before, best[i - 1] + ${bonus});
        if (i >= (size_t)width) before = std::max(before, best[i - width]);
        best[i] = before + cells[i];
    }
    return best.back();
}
