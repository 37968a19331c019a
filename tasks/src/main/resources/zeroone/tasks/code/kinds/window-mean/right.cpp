#include <algorithm>
#include <cstdlib>

double solve(long long k, const std::vector<long long>& a) {
    long long total = 0, best = 0;
    for (size_t i = 0; i < a.size(); i++) {
        total += std::min(${cap}LL, std::llabs(a[i] - ${centre}));
        if (i >= (size_t)k) total -= std::min(${cap}LL, std::llabs(a[i - k] - ${centre}));
        if (i + 1 >= (size_t)k) best = std::max(best, total);
    }
    return (double)best / k;
}
