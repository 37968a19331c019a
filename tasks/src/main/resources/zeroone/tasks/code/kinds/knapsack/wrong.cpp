#include <algorithm>
#include <numeric>

long long solve(long long capacity, const std::vector<long long>& weights, const std::vector<long long>& prices) {
    std::vector<size_t> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](size_t i, size_t j) {
        return prices[i] * (weights[j] + ${wrapping}) > prices[j] * (weights[i] + ${wrapping});
    });
    long long sum = 0;
    for (size_t i : order)
        for (int copy = 0; copy < ${copies} && weights[i] + ${wrapping} <= capacity; copy++) {
            capacity -= weights[i] + ${wrapping};
            sum += prices[i];
        }
    return sum;
}
