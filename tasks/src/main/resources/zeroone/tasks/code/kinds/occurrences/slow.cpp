long long solve(const std::string& text, const std::string& pattern) {
    long long total = 0;
    for (size_t i = 0; i + pattern.size() <= text.size(); i++) {
        size_t j = 0;
        while (j < pattern.size() && text[i + j] == pattern[j]) j++;
        if (j == pattern.size()) total += (${m} * (long long)i + ${r}) % 1000;
    }
    return total;
}
