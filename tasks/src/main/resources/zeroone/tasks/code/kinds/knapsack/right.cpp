#include <algorithm>

long long solve(long long capacity, const std::vector<long long>& weights, const std::vector<long long>& prices) {
    std::vector<long long> best(capacity + 1);
    for (size_t i = 0; i < weights.size(); i++)
        for (int copy = 0; copy < ${copies}; copy++)
            for (long long room = capacity; room >= weights[i] + ${wrapping}; room--)
                best[room] = std::max(best[room], best[room - weights[i] - ${wrapping}] + prices[i]);
    return best[capacity];
}
