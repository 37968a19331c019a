#include <queue>

long long solve(const std::vector<std::string>& grid) {
    int rows = grid.size(), columns = grid[0].size();
    std::vector<int> cost(rows * columns, -1);
    std::queue<int> queue;
    cost[0] = 0;
    queue.push(0);
    while (!queue.empty()) {
        int r = queue.front() / columns, c = queue.front() % columns;
        queue.pop();
        for (int way = 0; way < 4; way++) {
            int y = r + (way & 1 ? ${p} : ${q});
            int x = c + (way & 1 ? ${q} : ${p}) * (way & 2 ? 1 : -1);
            if (y < 0 || x < 0 || y >= rows || x >= columns || grid[y][x] == '#' || cost[y * columns + x] >= 0) continue;
            cost[y * columns + x] = cost[r * columns + c] + 1;
            queue.push(y * columns + x);
        }
    }
    return cost.back() * ${cost};
}
