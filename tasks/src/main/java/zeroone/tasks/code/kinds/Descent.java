package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** The best way through a matrix, one step at a time. */
final class Descent extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(
                    new Parameter("width", ValueType.INT, "the number of columns"),
                    new Parameter(
                            "cells",
                            ValueType.INTS,
                            "the values of all cells, row after row from the top, each from -1000 to 1000")),
            ValueType.INT);

    @Override
    String name() {
        return "descent";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("fee", 0, 900), new Knob("bonus", 0, 50));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("Walk through a table of numbers from the top left to the bottom right cell. One step goes to the next cell"
                        + " on the right, which earns %d, or to the next cell below, which earns nothing, or diagonally to the"
                        + " cell below the next one on the right, which costs %d. Add to that the values of all cells that"
                        + " you stand on, first and last included. What is the highest total?")
                .formatted(knob(knobs, "bonus"), knob(knobs, "fee"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(3, 5, 40, 300);
    }

    @Override
    String largest() {
        return "300 rows and columns";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int width = size < 10 ? 1 + random.nextInt(size) : size - random.nextInt(size / 4);
        int height = size < 10 ? 1 + random.nextInt(size) : size - random.nextInt(size / 4);
        return List.of(new Value.Int(width), new Value.Ints(draw(width * height, -1_000, 1_000, random)));
    }

    @Override
    Plan plan() {
        return new Plan(
                "best total for each cell from its three neighbours",
                "always take the best next cell",
                "best of three ways back, over and over");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int width = (int) input.get(0).number();
        long[] cells = input.get(1).numbers();
        long[] best = new long[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            long before = cell == 0 ? 0 : Long.MIN_VALUE;
            if (cell % width > 0) {
                before = Math.max(before, best[cell - 1] + knob(knobs, "bonus"));
            }
            if (cell >= width) {
                before = Math.max(before, best[cell - width]);
            }
            if (cell > width && cell % width > 0) {
                before = Math.max(before, best[cell - width - 1] - knob(knobs, "fee"));
            }
            best[cell] = before + cells[cell];
        }
        return Long.toString(best[cells.length - 1]);
    }
}
