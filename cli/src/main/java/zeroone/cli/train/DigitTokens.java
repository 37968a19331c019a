package zeroone.cli.train;

import zeroone.text.tokenizer.TokenizerFile;

/** Whether a digit behind a space is the same token as one without. */
public enum DigitTokens {
    /** As far as it can be: the space goes to the word before. For sums, where numbers stand beside signs too. */
    BARE(TokenizerFile.DEFAULT_SPLIT),
    /** The space always goes to what follows it. For grids, where a space stands before everything. */
    SPACED(TokenizerFile.SPACED_SPLIT);

    private final String split;

    DigitTokens(String split) {
        this.split = split;
    }

    /** The regular expression whose matches are tokens if they occur often. */
    String split() {
        return split;
    }
}
