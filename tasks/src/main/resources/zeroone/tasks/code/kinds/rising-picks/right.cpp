#include <algorithm>

long long solve(const std::vector<long long>& a) {
    std::vector<long long> last;
    for (long long x : a) {
        auto at = std::upper_bound(last.begin(), last.end(), x - ${gap});
        if (at == last.end()) last.push_back(x);
        else *at = std::min(*at, x);
    }
    return last.size();
}
