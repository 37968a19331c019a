/** Tables of JSON objects in files: JSONL, CSV and Parquet, read row by row, and written. */
@NullMarked
package zeroone.tasks.table;

import org.jspecify.annotations.NullMarked;
