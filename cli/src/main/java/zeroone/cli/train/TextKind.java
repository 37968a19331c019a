package zeroone.cli.train;

import zeroone.text.tokenizer.TokenizerFile;

/** What a text is made of; it decides where the tokenizer of a new model cuts. */
public enum TextKind {
    /** Words and numbers, which stand beside signs as well as beside words. */
    SUMS(TokenizerFile.DEFAULT_SPLIT),
    /** Words and cells, a cell being a letter and what it holds. */
    GRIDS(TokenizerFile.GRID_SPLIT);

    private final String split;

    TextKind(String split) {
        this.split = split;
    }

    /** The regular expression whose matches are tokens if they occur often. */
    String split() {
        return split;
    }
}
