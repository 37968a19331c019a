/** Derivatives and integrals of polynomials times exponentials, sines and cosines, compared as functions. */
@NullMarked
package zeroone.tasks.calculus;

import org.jspecify.annotations.NullMarked;
