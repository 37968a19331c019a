package zeroone.tasks.calculus;

import zeroone.tasks.exact.Rational;

/** slope·x + constant. */
record Linear(Rational slope, Rational constant) {}
