#include <algorithm>
#include <functional>

long long solve(long long k, const std::vector<long long>& scores) {
    long long total = 0;
    for (size_t n = k; n <= scores.size(); n++) {
        if (n % ${every}) continue;
        std::vector<long long> all(scores.begin(), scores.begin() + n);
        std::sort(all.begin(), all.end(), std::greater<long long>());
        if (all[k - 1] >= ${limit}) total += all[k - 1];
    }
    return total;
}
