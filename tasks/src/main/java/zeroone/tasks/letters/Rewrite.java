package zeroone.tasks.letters;

/** One step of rewriting a text of at least one letter. */
enum Rewrite {
    REVERSE("reverse the text") {
        @Override
        String apply(String text) {
            return new StringBuilder(text).reverse().toString();
        }
    },
    FIRST_TO_END("move the first letter to the end") {
        @Override
        String apply(String text) {
            return text.substring(1) + text.charAt(0);
        }
    },
    LAST_TO_FRONT("move the last letter to the front") {
        @Override
        String apply(String text) {
            return text.charAt(text.length() - 1) + text.substring(0, text.length() - 1);
        }
    },
    DOUBLE_FIRST("double the first letter") {
        @Override
        String apply(String text) {
            return text.charAt(0) + text;
        }
    },
    SWAP_HALVES("exchange the first half and the second half; a letter in the middle stays there") {
        @Override
        String apply(String text) {
            int half = text.length() / 2;
            return text.substring(text.length() - half)
                    + text.substring(half, text.length() - half)
                    + text.substring(0, half);
        }
    },
    SWAP_ENDS("exchange the first letter and the last letter") {
        @Override
        String apply(String text) {
            int last = text.length() - 1;
            return last == 0 ? text : text.charAt(last) + text.substring(1, last) + text.charAt(0);
        }
    },
    A_TO_E("replace every a by e") {
        @Override
        String apply(String text) {
            return text.replace('a', 'e');
        }
    },
    NEXT_LETTERS("replace every letter by the next one in the alphabet, and z by a") {
        @Override
        String apply(String text) {
            StringBuilder next = new StringBuilder();
            text.chars().forEach(c -> next.append(c == 'z' ? 'a' : (char) (c + 1)));
            return next.toString();
        }
    },
    SORT("put the letters in alphabetical order") {
        @Override
        String apply(String text) {
            return text.chars()
                    .sorted()
                    .collect(StringBuilder::new, (sorted, c) -> sorted.append((char) c), StringBuilder::append)
                    .toString();
        }
    };

    private final String instruction;

    Rewrite(String instruction) {
        this.instruction = instruction;
    }

    abstract String apply(String text);

    /** What is to be done, in words. */
    String instruction() {
        return instruction;
    }
}
