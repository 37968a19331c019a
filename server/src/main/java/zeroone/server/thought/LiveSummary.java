package zeroone.server.thought;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Summarises a thought while it is thought, by some of its own steps, shortened: the first one, those that turn or conclude
 * (wait, but, so, …), and never more than a share of the whole. A pure function of the text. Not thread-safe.
 */
public final class LiveSummary {
    private static final Pattern TURN = Pattern.compile(
            "(?i)\\b(wait|but|however|alternatively|instead|actually|hmm|so|therefore|thus|hence|because|check|verify"
                    + "|try|first|then|next|finally|answer|wrong|no|yes|good|fail\\w*|back)\\b.*");
    /** The first steps are told even while the thought is short. */
    private static final int ALWAYS = 200;

    private final Detail detail;
    private final StepSplitter splitter = new StepSplitter();
    private int read;
    private int told;
    private boolean first = true;

    /** How much is told. */
    public enum Detail {
        CONCISE(8, 96),
        DETAILED(3, 240);

        private final int share;
        private final int longest;

        Detail(int share, int longest) {
            this.share = share;
            this.longest = longest;
        }
    }

    public LiveSummary(Detail detail) {
        this.detail = detail;
    }

    /** The lines that the summary gains with more of the thought. */
    public List<String> accept(String thought) {
        return choose(splitter.accept(thought));
    }

    /** The lines that it gains as the thought ends. */
    public List<String> finish() {
        return choose(splitter.finish());
    }

    private List<String> choose(List<String> steps) {
        List<String> lines = new ArrayList<>();
        for (String step : steps) {
            read += step.length() + 1;
            String line = shortened(step);
            boolean room = told + line.length() <= Math.max(ALWAYS, read / detail.share);
            if (room && (first || TURN.matcher(step).find())) {
                lines.add(line);
                told += line.length();
                first = false;
            }
        }
        return lines;
    }

    private String shortened(String step) {
        if (step.length() <= detail.longest) {
            return step;
        }
        int space = step.lastIndexOf(' ', detail.longest);
        int cut = space > detail.longest / 2 ? space : detail.longest;
        return step.substring(0, Character.isLowSurrogate(step.charAt(cut)) ? cut - 1 : cut) + " …";
    }
}
