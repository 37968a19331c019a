package zeroone.tasks.science;

import java.util.List;

/** Laws of school physics; where g is needed the question says that it is 10 m/s². */
final class Physics {
    static final List<Law> LAWS = List.of(
            Law.of(
                    "speed",
                    "A cyclist rides {a*b} m in {b} s. What is the average speed?",
                    "a 2..25, b 4..90",
                    "(a*b)/b",
                    "a*b*b, a*b-b, a*b+b",
                    "m/s"),
            Law.of(
                    "force",
                    "A body of mass {a} kg is accelerated by {b} m/s². Which net force acts on it?",
                    "a 2..80, b 2..15",
                    "a*b",
                    "a+b, a/b, a*b*10",
                    "N"),
            Law.of(
                    "momentum",
                    "A ball of mass {a} kg moves at {b} m/s. What is its momentum?",
                    "a 2..40, b 3..60",
                    "a*b",
                    "a*b*b, a*b/2, a+b",
                    "kg·m/s"),
            Law.of(
                    "kinetic-energy",
                    "A body of mass {a} kg moves at {b} m/s. What is its kinetic energy?",
                    "a 2..60, b 2..40",
                    "a*b^2/2",
                    "a*b^2, a*b/2, a*b",
                    "J"),
            Law.of(
                    "potential-energy",
                    "A crate of mass {a} kg is lifted by {b} m. By how much does its potential energy grow (g = 10 m/s²)?",
                    "a 2..90, b 2..40",
                    "a*10*b",
                    "a*b, a*b^2/2, a*10*b^2",
                    "J"),
            Law.of(
                    "free-fall",
                    "A stone falls from rest without drag. How far does it fall in {a} s (g = 10 m/s²)?",
                    "a 2..30",
                    "10*a^2/2",
                    "10*a, 10*a^2, 10*a/2",
                    "m"),
            Law.of(
                    "braking-distance",
                    "A car at {b} m/s brakes with {a} m/s². How far does it go until it stands?",
                    "a 2..8 by 2, b 8..48 by 4",
                    "b^2/(2*a)",
                    "b^2/a, b/a, b/(2*a)",
                    "m"),
            Law.of(
                    "ohm",
                    "A current of {a} A flows through a resistor of {b} Ω. What is the voltage across it?",
                    "a 2..15, b 2..90",
                    "a*b",
                    "b/a, a/b, a^2*b",
                    "V"),
            Law.of(
                    "electric-power",
                    "A current of {a} A flows through a resistor of {b} Ω. Which power does it turn into heat?",
                    "a 2..12, b 3..60",
                    "a^2*b",
                    "a*b, a*b^2, b/a",
                    "W"),
            Law.of(
                    "parallel-resistors",
                    "Two resistors of {a} Ω and {b} Ω are connected in parallel. What is their joint resistance?",
                    "a 2..60 by 2, b 3..90 by 3",
                    "a*b/(a+b)",
                    "a+b, (a+b)/2, (a+b)/(a*b)",
                    "Ω"),
            Law.of(
                    "density",
                    "A block of {a*b} g has a volume of {b} cm³. What is its density?",
                    "a 2..20, b 5..120",
                    "(a*b)/b",
                    "a*b*b, a*b-b, a*10",
                    "g/cm³"),
            Law.of(
                    "pressure",
                    "A force of {a*b} N acts evenly on an area of {b} m². What is the pressure?",
                    "a 5..300 by 5, b 2..20",
                    "(a*b)/b",
                    "a*b*b, a*b, a*b^2/100",
                    "Pa"),
            Law.of(
                    "wave-speed",
                    "A wave has a frequency of {a} Hz and a wavelength of {b} m. How fast does it travel?",
                    "a 2..90, b 2..30",
                    "a*b",
                    "a/b, b/a, a+b",
                    "m/s"),
            Law.of(
                    "spring",
                    "A spring with constant {a} N/m is stretched by {b} cm. Which energy does it hold?",
                    "a 20..400 by 20, b 2..30 by 2",
                    "a*(b/100)^2/2",
                    "a*b^2/2, a*(b/100)^2, a*b/100",
                    "J"),
            Law.of(
                    "heat",
                    "How much heat warms {a} kg of water by {b} °C (specific heat 4200 J/(kg·°C))?",
                    "a 2..20, b 5..80",
                    "4200*a*b",
                    "4200*a, 4200*b, 4200*(a+b)",
                    "J"),
            Law.of(
                    "half-life",
                    "Of {a*2^b} mg of a radioactive substance, how much is left after {b} half-lives?",
                    "a 1..50, b 2..6",
                    "a*2^b/2^b",
                    "a*2^b/(2*b), a*2, a*2^b/b",
                    "mg"),
            Law.of(
                    "lever",
                    "On a lever in balance, {a*b} N act at {c} m from the pivot on one side. Which force acts at {a*c} m on the"
                            + " other?",
                    "a 2..6, b 3..50, c 1..9",
                    "a*b*c/(a*c)",
                    "a*b*a, a*b, b*c",
                    "N"));

    private Physics() {}
}
