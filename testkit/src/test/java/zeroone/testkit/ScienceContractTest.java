package zeroone.testkit;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class ScienceContractTest {
    @Nested
    class PhysicsEasyTest extends ScienceContract {
        PhysicsEasyTest() {
            super("physics-easy");
        }
    }

    @Nested
    class PhysicsHardTest extends ScienceContract {
        PhysicsHardTest() {
            super("physics-hard");
        }
    }

    @Nested
    class ChemistryEasyTest extends ScienceContract {
        ChemistryEasyTest() {
            super("chemistry-easy");
        }
    }

    @Nested
    class ChemistryHardTest extends ScienceContract {
        ChemistryHardTest() {
            super("chemistry-hard");
        }
    }

    @Nested
    class UnitsEasyTest extends ScienceContract {
        UnitsEasyTest() {
            super("units-easy");
        }
    }

    @Nested
    class UnitsHardTest extends ScienceContract {
        UnitsHardTest() {
            super("units-hard");
        }
    }

    /** Knows each law a second time, as a function of the numbers in the question, and takes the nearest option. */
    abstract static class ScienceContract extends NamedTaskContract {
        private static final Map<String, ToDoubleFunction<double[]>> LAWS = Map.ofEntries(
                entry("average speed", n -> n[0] / n[1]),
                entry("net force", n -> n[0] * n[1]),
                entry("momentum", n -> n[0] * n[1]),
                entry("kinetic energy", n -> 0.5 * n[0] * n[1] * n[1]),
                entry("potential energy", n -> n[0] * n[1] * n[2]),
                entry("stone falls", n -> 5 * n[0] * n[0]),
                entry("brakes", n -> n[0] / 2 * (n[0] / n[1])),
                entry("voltage", n -> n[0] * n[1]),
                entry("Which power", n -> n[0] * n[1] * n[0]),
                entry("in parallel", n -> 1 / (1 / n[0] + 1 / n[1])),
                entry("density", n -> n[0] / n[1]),
                entry("pressure", n -> n[0] / n[1]),
                entry("wavelength", n -> n[0] * n[1]),
                entry("spring", n -> 0.5 * n[0] * n[1] * n[1] / 10_000),
                entry("How much heat warms", n -> n[0] * n[1] * n[2]),
                entry("half-lives", n -> n[0] * Math.pow(0.5, n[1])),
                entry("lever", n -> n[0] * n[1] / n[2]),
                entry("neutrons", n -> n[0] - n[1]),
                entry("An ion has", n -> n[0] - n[1]),
                entry("molar mass of a compound", n -> 12 * n[0] + n[1] + 16 * n[2]),
                entry("How many moles are", n -> n[0] / n[1]),
                entry("What is the mass of", n -> n[0] * n[1]),
                entry("sodium hydroxide (40", n -> n[0] / n[1] / n[2] * 1_000),
                entry("filled up with water", n -> n[1] / (n[2] / n[0])),
                entry("pH of a strong acid", n -> -n[1] + Math.log10(n[3] / n[2])),
                entry("mass percentage", n -> n[0] / (n[0] + n[1]) * 100),
                entry("moles of O₂ react", n -> n[1] / 2),
                entry("burning", n -> n[0] * n[2] / n[1]),
                entry("nitrogen", n -> n[0] * n[2] / n[1]),
                entry("neutralise", n -> n[1] * n[2] * 2 / n[0]),
                entry("Burning one mole", n -> n[0] * (n[1] / n[2])),
                entry(" km in m.", n -> n[0] * 1e3),
                entry(" cm in m.", n -> n[0] / 1e2),
                entry(" g in kg", n -> n[0] / 1e3),
                entry(" h in min", n -> n[0] * 60),
                entry(" h in s", n -> n[0] * 3600),
                entry("days in h", n -> n[0] * 24),
                entry(" inches in cm", n -> n[0] * 2.54),
                entry("feet in cm", n -> n[0] * 30.48),
                entry(" m² in cm²", n -> n[0] * 1e4),
                entry("hectares", n -> n[0] * 1e4),
                entry(" cm² in m²", n -> n[0] / 1e4),
                entry(" m³ in L", n -> n[0] * 1e3),
                entry(" L in cm³", n -> n[0] * 1e3),
                entry("km/h in m/s", n -> n[0] / 3.6),
                entry("m/s in km/h", n -> n[0] * 3.6),
                entry("°C in °F", n -> n[0] * 1.8 + 32),
                entry("°F in °C", n -> (n[0] - 32) / 1.8),
                entry("°C in K", n -> n[0] + 273.15),
                entry("kWh", n -> n[0] * 3.6),
                entry("KiB", n -> n[0] * 1024),
                entry("g/cm³ in kg/m³", n -> n[0] * 1e3),
                entry("nautical miles in km", n -> n[0] * 1.852));

        ScienceContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String[] lines = problem.prompt().split("\n", -1);
            String question = lines[0].replace("CH₄ + 2 O₂ → CO₂ + 2 H₂O. ", "").replace("2 H₂ + O₂ → 2 H₂O. ", "2 ");
            double[] n =
                    numbers(question).stream().mapToDouble(Double::parseDouble).toArray();
            if (question.contains("C") && question.contains("H") && question.contains("molar mass of a compound")) {
                n = numbers(question.replaceAll("\\(.*", "")).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            }
            var laws = LAWS.entrySet().stream()
                    .filter(law -> question.contains(law.getKey()))
                    .toList();
            if (laws.size() != 1) {
                throw new AssertionError(question + " is told by " + laws.size() + " laws");
            }
            double value = laws.getFirst().getValue().applyAsDouble(n);
            for (int option = 1; option <= 4; option++) {
                double given = Double.parseDouble(numbers(lines[option]).getFirst());
                if (Math.abs(given - value) <= 1e-9 * Math.abs(value)) {
                    return lines[option].substring(0, 1);
                }
            }
            throw new AssertionError("no option is " + value + ": " + problem.prompt());
        }
    }
}
