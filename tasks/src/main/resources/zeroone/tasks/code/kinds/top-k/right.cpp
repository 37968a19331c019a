#include <functional>
#include <queue>

long long solve(long long k, const std::vector<long long>& scores) {
    std::priority_queue<long long, std::vector<long long>, std::greater<long long>> heap;
    long long n = 0, total = 0;
    for (long long score : scores) {
        heap.push(score);
        if ((long long)heap.size() > k) heap.pop();
        if (++n >= k && n % ${every} == 0 && heap.top() >= ${limit}) total += heap.top();
    }
    return total;
}
