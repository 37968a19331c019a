long long solve(const std::string& s) {
    std::vector<char> open;
    long long total = 0;
    for (char c : s) {
        if ((c - 'a' - ${first}) % 2 == 0) {
            open.push_back(c);
        } else if (!open.empty() && open.back() + 1 == c) {
            open.pop_back();
            total++;
        } else {
            open.clear();
        }
    }
    return total % ${modulus};
}
