package zeroone.tasks.deduction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.deduction.Line.Reference;
import zeroone.tasks.deduction.Proposition.And;
import zeroone.tasks.deduction.Proposition.Implies;
import zeroone.tasks.deduction.Proposition.Letter;
import zeroone.tasks.deduction.Proposition.Not;
import zeroone.tasks.deduction.Proposition.Or;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Prove r from p -> q, q -> r and p." The answer is a proof whose lines a kernel checks; any proof is right.
 *
 * @param level part of the name
 * @param letters how many letters occur at most, 2 to 6
 * @param premises how many premises there are, 1 to 4
 * @param connectives the most connectives of a formula, 1 to 6
 */
record Deduction(String level, int letters, int premises, int connectives) implements Exercise<Sequent> {
    private static final int MOST_PREMISES = 8;
    private static final int LARGEST = 60;
    private static final long MOST_NODES = 2000;
    private static final String RULES = """
            Write one numbered line per step, as "number. formula [rule references]". \
            Letters are p to u; ~ is not, & and, v or, -> implies, # contradiction; put compound parts in brackets. \
            A line that assumes something starts a box: it and the lines inside have one more bar, as in "3. | q [->e 1 2]"; \
            a line with fewer bars, or another assumption, ends the box. Rules: premise; assume; rep n (say line n again); \
            &i m n; &e n; vi n; ve n a-b c-d (from "A v B" and two boxes, from A to C and from B to C, follows C); \
            ->i a-b (box from A to B); ->e m n; ~i a-b (box from A to #); ~e m n (A and ~A give #); \
            #e n (anything); ~~e n. The last line, without bars, must be the goal. Answer with the lines only.""";

    Deduction {
        if (letters < 2 || letters > 6 || premises < 1 || premises > 4 || connectives < 1 || connectives > 6) {
            throw new IllegalArgumentException(
                    "a deduction must have 2 to 6 letters, 1 to 4 premises and 1 to 6 connectives: " + letters + ", "
                            + premises + ", " + connectives);
        }
    }

    @Override
    public String name() {
        return "natural-deduction-" + level;
    }

    @Override
    public Sequent draw(RandomGenerator random) {
        while (true) {
            List<Proposition> drawn = new ArrayList<>();
            while (drawn.size() < premises) {
                Proposition premise = formula(random.nextInt(1, connectives + 1), random);
                if (!drawn.contains(premise)) {
                    drawn.add(premise);
                }
            }
            for (int i = 0; i < 20; i++) {
                Sequent sequent = new Sequent(drawn, formula(random.nextInt(connectives + 1), random));
                if (sequent.isValid() && sequent.isInteresting()) {
                    return sequent;
                }
            }
        }
    }

    private Proposition formula(int operations, RandomGenerator random) {
        if (operations == 0) {
            Proposition letter = new Letter((char) ('p' + random.nextInt(letters)));
            return random.nextInt(4) == 0 ? new Not(letter) : letter;
        }
        int left = random.nextInt(operations);
        Proposition first = formula(left, random);
        Proposition second = formula(operations - 1 - left, random);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new And(first, second);
            case 2, 3 -> new Or(first, second);
            case 4 -> new Not(new And(first, second));
            default -> new Implies(first, second);
        };
    }

    @Override
    public boolean isSolvable(Sequent sequent) {
        return Prover.prove(sequent, MOST_NODES).isPresent();
    }

    @Override
    public ObjectNode data(Sequent sequent) {
        ObjectNode data = Fields.empty().put("goal", sequent.goal().text());
        sequent.premises().forEach(premise -> data.withArray("premises").add(premise.text()));
        return data;
    }

    @Override
    public Sequent read(ObjectNode data) {
        Proposition goal = proposition(Fields.text(data, "goal"));
        List<Proposition> given = Fields.texts(data, "premises", MOST_PREMISES).stream()
                .map(Deduction::proposition)
                .toList();
        Sequent sequent = new Sequent(given, goal);
        if (!sequent.isValid()) {
            throw new IllegalArgumentException("the goal must follow from the premises: " + sequent.text());
        }
        return sequent;
    }

    private static Proposition proposition(String text) {
        try {
            Proposition proposition = PropositionReader.read(text);
            if (proposition.size() > LARGEST) {
                throw new IllegalArgumentException(
                        "a formula must have at most " + LARGEST + " letters and connectives");
            }
            return proposition;
        } catch (MalformedProof refused) {
            throw new IllegalArgumentException("a formula must be well formed: it " + refused.reason(), refused);
        }
    }

    @Override
    public String id(Sequent sequent) {
        return sequent.premises().stream().map(Proposition::text).sorted().collect(Collectors.joining(", ")) + " |- "
                + sequent.goal().text();
    }

    @Override
    public String prompt(Sequent sequent) {
        return "Prove " + sequent.goal().text() + " by natural deduction"
                + (sequent.premises().isEmpty()
                        ? ""
                        : " from the premises "
                                + sequent.premises().stream()
                                        .map(Proposition::text)
                                        .collect(Collectors.joining(", ")))
                + ". " + RULES;
    }

    @Override
    public Verdict judge(Sequent sequent, String answer) {
        try {
            return Kernel.fault(sequent, LineReader.read(answer))
                    .map(Verdict::incorrect)
                    .orElse(Verdict.CORRECT);
        } catch (MalformedProof malformed) {
            return Verdict.incorrect(malformed.reason());
        }
    }

    @Override
    public String work(Sequent sequent, Notes notes) {
        Optional<Prover.Found> found = Prover.prove(sequent, MOST_NODES);
        if (found.isEmpty()) {
            return guess(sequent);
        }
        notes.say("Want " + sequent.goal().text() + ".");
        List<Line> written = new ArrayList<>();
        for (Line line : found.get().proof()) {
            Line noted = notes.slips() ? slipped(line, found.get().proof()) : line;
            boolean assumed = noted.rule() == Rule.ASSUME;
            notes.say((assumed ? "Assume " : "Then ")
                    + noted.proposition().text()
                    + (assumed ? "." : " by " + noted.rule().symbol() + "."));
            written.add(noted);
        }
        return text(written);
    }

    /** The line with what a slip makes of it: another formula, or a wrong line referred to. */
    private static Line slipped(Line line, List<Line> proof) {
        Proposition other =
                proof.get((line.number() + proof.size() / 2) % proof.size()).proposition();
        List<Reference> references = line.references().stream()
                .map(reference -> Reference.to(Math.max(1, reference.first() - 1)))
                .toList();
        return line.references().isEmpty()
                ? new Line(line.number(), line.depth(), other, line.rule(), line.references())
                : new Line(line.number(), line.depth(), line.proposition(), line.rule(), references);
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static String guess(Sequent sequent) {
        List<Line> lines = new ArrayList<>();
        for (Proposition premise : sequent.premises()) {
            lines.add(new Line(lines.size() + 1, 0, premise, Rule.PREMISE, List.of()));
        }
        lines.add(new Line(
                lines.size() + 1, 0, sequent.goal(), Rule.REPEAT, List.of(Reference.to(Math.max(1, lines.size())))));
        return text(lines);
    }

    @Override
    public String guess(Sequent sequent, RandomGenerator random) {
        return guess(sequent);
    }

    @Override
    public Map<String, Integer> axes(Sequent sequent) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("premises", sequent.premises().size());
        axes.put(
                "connectives",
                sequent.goal().size()
                        + sequent.premises().stream()
                                .mapToInt(Proposition::size)
                                .sum());
        return axes;
    }

    @Override
    public Difficulty difficulty(Sequent sequent) {
        Optional<Prover.Found> found = Prover.prove(sequent, MOST_NODES);
        Map<String, Integer> axes = new LinkedHashMap<>(axes(sequent));
        found.ifPresent(proof -> {
            axes.put("lines", proof.proof().size());
            axes.put("boxes", (int) proof.proof().stream()
                    .filter(line -> line.rule() == Rule.ASSUME)
                    .count());
        });
        return new Difficulty(axes, found.map(Prover.Found::nodes).orElse(MOST_NODES), "goals tried");
    }
}
