#include <set>

long long solve(long long k, const std::vector<long long>& scores) {
    std::set<long long> best;
    long long n = 0, total = 0;
    for (long long score : scores) {
        best.insert(score);
        if ((long long)best.size() > k) best.erase(best.begin());
        if (++n >= k && n % ${every} == 0 && *best.begin() >= ${limit}) total += *best.begin();
    }
    return total;
}
