#include <algorithm>

static long long best(long long width, const std::vector<long long>& cells, long long i) {
    if (i == 0) return cells[0];
    long long before = -4e18;
    if (i % width) before = std::max(before, best(width, cells, i - 1) + ${bonus});
    if (i >= width) before = std::max(before, best(width, cells, i - width));
    if (i % width && i >= width) before = std::max(before, best(width, cells, i - width - 1) - ${fee});
    return before + cells[i];
}

long long solve(long long width, const std::vector<long long>& cells) {
    return best(width, cells, cells.size() - 1);
}
