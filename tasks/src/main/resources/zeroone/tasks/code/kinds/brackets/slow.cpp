long long solve(const std::string& s) {
    long long total = 0;
    for (size_t start = 0; start < s.size(); start++) {
        std::vector<char> open;
        for (size_t i = start; i < s.size(); i++) {
            if ((s[i] - 'a' - ${first}) % 2 == 0) {
                open.push_back(s[i]);
            } else if (!open.empty() && open.back() + 1 == s[i]) {
                open.pop_back();
                total += open.empty();
            } else {
                break;
            }
        }
    }
    return total % ${modulus};
}
