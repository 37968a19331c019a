/** The face of a run: report.json for programs, curves.png for a README, report.html for people. */
@NullMarked
package zeroone.evaluation.report;

import org.jspecify.annotations.NullMarked;
