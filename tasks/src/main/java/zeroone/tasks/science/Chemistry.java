package zeroone.tasks.science;

import java.util.List;

/** Laws of school chemistry; the question states the masses that it needs. */
final class Chemistry {
    static final List<Law> LAWS = List.of(
            Law.of(
                    "neutrons",
                    "An atom has mass number {a+b} and atomic number {a}. How many neutrons has it?",
                    "a 3..90, b 4..140",
                    "(a+b)-a",
                    "a+b, a, a+b+a",
                    ""),
            Law.of(
                    "ion-electrons",
                    "An ion has {a} protons and the charge {b}+. How many electrons has it?",
                    "a 11..92, b 1..4",
                    "a-b",
                    "a+b, a, a-2*b",
                    ""),
            Law.of(
                    "molar-mass",
                    "What is the molar mass of a compound with the formula C{a}H{b}O{c} (C 12, H 1, O 16 g/mol)?",
                    "a 2..20, b 2..40, c 2..12",
                    "12*a+1*b+16*c",
                    "6*a+b+8*c, a+b+c, 16*a+b+12*c",
                    "g/mol"),
            Law.of(
                    "moles",
                    "How many moles are {a*b} g of a substance with a molar mass of {a} g/mol?",
                    "a 12..240, b 2..40",
                    "(a*b)/a",
                    "a*b*a, a*b-a, b/2",
                    "mol"),
            Law.of(
                    "mass-of-moles",
                    "What is the mass of {b} mol of a substance with a molar mass of {a} g/mol?",
                    "a 12..240, b 2..40",
                    "a*b",
                    "a/b, a+b, b/a",
                    "g"),
            Law.of(
                    "concentration",
                    "{a} g of sodium hydroxide (40 g/mol) are dissolved to make {b} mL. What is the concentration?",
                    "a 4..400 by 4, b 50..2000 by 50",
                    "(a/40)/(b/1000)",
                    "a/(b/1000), a/40*b/1000, a/40",
                    "mol/L"),
            Law.of(
                    "dilution",
                    "{a} mL of a {b} mol/L solution are filled up with water to {a*c} mL. What is the concentration then?",
                    "a 10..200 by 10, b 1..12, c 2..10",
                    "a*b/(a*c)",
                    "b*c, b/(c-1), b/(c+1)",
                    "mol/L"),
            Law.of(
                    "ph-acid",
                    "What is the pH of a strong acid that gives 10^-{a} mol/L of H⁺, when {b} mL of it are diluted with water to"
                            + " {b*10} mL?",
                    "a 1..5, b 5..100 by 5",
                    "a+1",
                    "a, a+10, 14-a",
                    ""),
            Law.of(
                    "mass-percent",
                    "{a} g of salt are dissolved in {b} g of water. What is the mass percentage of salt in the solution?",
                    "a 5..100 by 5, b 20..500 by 5",
                    "100*a/(a+b)",
                    "100*a/b, 100*b/(a+b), a/(a+b)",
                    "%"),
            Law.of(
                    "oxygen-for-hydrogen",
                    "2 H₂ + O₂ → 2 H₂O. How many moles of O₂ react with {a} mol of H₂?",
                    "a 3..250",
                    "a/2",
                    "a*2, a, a/4",
                    "mol"),
            Law.of(
                    "carbon-dioxide-from-methane",
                    "CH₄ + 2 O₂ → CO₂ + 2 H₂O. Which mass of CO₂ does burning {16*a} g of CH₄ give (CH₄ 16, CO₂ 44 g/mol)?",
                    "a 2..120",
                    "16*a/16*44",
                    "16*a, 2*44*a, 16*a*44",
                    "g"),
            Law.of(
                    "gas-volume",
                    "Which volume do {a} g of nitrogen take up (N₂ 28 g/mol, one mole of gas takes up 24 L)?",
                    "a 7..840 by 7",
                    "a/28*24",
                    "a/14*24, a*24, a/28",
                    "L"),
            Law.of(
                    "neutralisation",
                    "How many mL of {b} mol/L sodium hydroxide neutralise {a*b} mL of {c} mol/L sulfuric acid (H₂SO₄)?",
                    "a 2..40, b 1..6, c 1..6",
                    "2*a*b*c/b",
                    "a*c, a*b*b/c, 4*a*c",
                    "mL"),
            Law.of(
                    "reaction-heat",
                    "Burning one mole of a fuel gives {a} kJ. How much heat do {b*c} g of it give (molar mass {c} g/mol)?",
                    "a 200..3000 by 50, b 2..12, c 16..120",
                    "b*c/c*a",
                    "b*c*a, a/b, b*a/2",
                    "kJ"));

    private Chemistry() {}
}
