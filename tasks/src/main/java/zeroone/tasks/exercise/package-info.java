/** Exercises that are worked step by step: what their tasksets, notes and readers of notes have in common. */
@NullMarked
package zeroone.tasks.exercise;

import org.jspecify.annotations.NullMarked;
