#include <algorithm>

static long long best(const std::vector<long long>& w, const std::vector<long long>& p, size_t i, long long room) {
    if (i == w.size()) return 0;
    long long most = 0;
    for (int copies = 0; copies <= ${copies} && copies * (w[i] + ${wrapping}) <= room; copies++)
        most = std::max(most, copies * p[i] + best(w, p, i + 1, room - copies * (w[i] + ${wrapping})));
    return most;
}

long long solve(long long capacity, const std::vector<long long>& weights, const std::vector<long long>& prices) {
    return best(weights, prices, 0, capacity);
}
