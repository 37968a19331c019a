long long solve(const std::string& s) {
    std::vector<long long> ending(s.size() + 1), open;
    long long total = 0;
    for (size_t i = 0; i < s.size(); i++) {
        if ((s[i] - 'a' - ${first}) % 2 == 0) {
            open.push_back(i);
        } else if (!open.empty() && s[open.back()] + 1 == s[i]) {
            total += ending[i + 1] = ending[open.back()] + 1;
            open.pop_back();
        } else {
            open.clear();
        }
    }
    return total % ${modulus};
}
