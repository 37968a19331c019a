package zeroone.tasks.mathematics;

import java.util.HashSet;
import java.util.Set;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.mathematics.Algebraic.Exact;
import zeroone.tasks.mathematics.Algebraic.Product;
import zeroone.tasks.mathematics.Algebraic.Quotient;
import zeroone.tasks.mathematics.Algebraic.Root;
import zeroone.tasks.mathematics.Algebraic.Sum;

/**
 * How close to zero a number can be without being zero: the separation bound of Burnikel, Funke, Mehlhorn, Schirra and
 * Schmitt (2001). The number is U/L for algebraic integers U and L, all of whose conjugates are at most 2^upper and
 * 2^lower; U is of degree at most D, the product of the degrees of the roots. Since the conjugates of U multiply to a whole
 * number, |U| is zero or at least 2^-(upper·(D-1)), and the number zero or at least 2^-(upper·(D-1)+lower).
 */
record Separation(long upper, long lower) {
    private static final long MOST_BITS = 8000;
    /** Numbers beyond take seconds to enclose; bounds far beyond would not fit into a long. */
    private static final long LARGEST_BOUND = 40_000;

    Separation {
        if (upper > LARGEST_BOUND || lower > LARGEST_BOUND) {
            throw new UndecidedException("has a sum with radicals that is too large to be worked out");
        }
    }

    /** 1, 0 or -1, by enclosures that get narrower until they exclude zero or are narrower than the bound. */
    static int sign(Algebraic number) {
        Set<Root> roots = new HashSet<>();
        Separation bound = of(number, roots);
        long degree = 1;
        for (Root root : roots) {
            degree = Math.min(degree * root.degree(), Integer.MAX_VALUE);
        }
        long bits = Math.max(1, bound.upper) * (degree - 1) + Math.max(0, bound.lower) + 1;
        for (int precision = 64; ; precision *= 2) {
            try {
                Enclosure enclosure = number.enclosure(precision);
                if (enclosure.sign() != 0) {
                    return enclosure.sign();
                }
                if (bits < precision && enclosure.isBelow((int) -bits)) {
                    return 0;
                }
            } catch (UndecidedException tooCoarse) {
                if (precision > MOST_BITS) {
                    throw tooCoarse;
                }
            }
            if (precision > MOST_BITS) {
                throw new UndecidedException("cannot be decided within the limits of exact arithmetic");
            }
        }
    }

    private static Separation of(Algebraic number, Set<Root> roots) {
        return switch (number) {
            case Exact(Rational value) ->
                new Separation(
                        value.numerator().bitLength(), value.denominator().bitLength());
            case Sum(Algebraic left, Algebraic right, int _) -> {
                Separation a = of(left, roots);
                Separation b = of(right, roots);
                yield new Separation(Math.max(a.upper + b.lower, a.lower + b.upper) + 1, a.lower + b.lower);
            }
            case Product(Algebraic left, Algebraic right, int _) -> {
                Separation a = of(left, roots);
                Separation b = of(right, roots);
                yield new Separation(a.upper + b.upper, a.lower + b.lower);
            }
            case Quotient(Algebraic left, Algebraic right, int _) -> {
                Separation a = of(left, roots);
                Separation b = of(right, roots);
                yield new Separation(a.upper + b.lower, a.lower + b.upper);
            }
            case Root root -> {
                roots.add(root);
                Separation a = of(root.radicand(), roots);
                int degree = root.degree();
                // Of U/L the root of U·L^(degree-1) over L, or U over the root of U^(degree-1)·L: one new root each.
                yield a.upper >= a.lower
                        ? new Separation(Math.ceilDiv(a.upper + (degree - 1) * a.lower, (long) degree), a.lower)
                        : new Separation(a.upper, Math.ceilDiv((degree - 1) * a.upper + a.lower, (long) degree));
            }
        };
    }
}
