/** Number theory: common divisors, inverses, remainders of powers, and numbers found from their remainders. */
@NullMarked
package zeroone.tasks.numbers;

import org.jspecify.annotations.NullMarked;
