package zeroone.text.template;

/** Puts texts together, up to a size that no honest prompt reaches. */
final class TextBuilder {
    private static final int LONGEST = 8_000_000;

    private final StringBuilder characters = new StringBuilder();
    private final StringBuilder origins = new StringBuilder();

    TextBuilder append(Text text) {
        grow(text.characters().length());
        characters.append(text.characters());
        origins.append(text.origins());
        return this;
    }

    /** Text of the template's own. */
    TextBuilder append(String text) {
        return append(text, Text.TEMPLATE);
    }

    TextBuilder append(String text, char origin) {
        grow(text.length());
        characters.append(text);
        origins.repeat(origin, text.length());
        return this;
    }

    private void grow(int length) {
        if (characters.length() + (long) length > LONGEST) {
            throw new TemplateException("a text may have at most " + LONGEST + " characters");
        }
    }

    Text build() {
        return new Text(characters.toString(), origins.toString());
    }
}
