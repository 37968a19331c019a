#include <algorithm>
#include <cstdlib>

double solve(long long k, const std::vector<long long>& a) {
    long long best = 0;
    for (size_t i = 0; i + k <= a.size(); i++) {
        long long total = 0;
        for (long long j = 0; j < k; j++) total += std::min(${cap}LL, std::llabs(a[i + j] - ${centre}));
        best = std::max(best, total);
    }
    return (double)best / k;
}
