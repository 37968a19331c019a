long long solve(const std::string& text, const std::string& pattern) {
    long long total = 0;
    size_t k = 0;
    for (size_t i = 0; i < text.size(); i++) {
        k = text[i] == pattern[k] ? k + 1 : 0;
        if (k == pattern.size()) {
            total += (${m} * (long long)(i + 1 - k) + ${r}) % 1000;
            k = 0;
        }
    }
    return total;
}
