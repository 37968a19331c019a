static std::vector<std::string> board;
static long long best;

static void walk(int r, int c, long long cost) {
    int rows = board.size(), columns = board[0].size();
    if (r == rows - 1 && c == columns - 1) {
        if (best < 0 || cost < best) best = cost;
        return;
    }
    board[r][c] = '#';
    for (int way = 0; way < 8; way++) {
        int y = r + (way & 1 ? ${p} : ${q}) * (way & 2 ? 1 : -1);
        int x = c + (way & 1 ? ${q} : ${p}) * (way & 4 ? 1 : -1);
        if (y >= 0 && x >= 0 && y < rows && x < columns && board[y][x] == '.') walk(y, x, cost + ${cost});
    }
    board[r][c] = '.';
}

long long solve(const std::vector<std::string>& grid) {
    board = grid;
    best = -1;
    walk(0, 0, 0);
    return best;
}
