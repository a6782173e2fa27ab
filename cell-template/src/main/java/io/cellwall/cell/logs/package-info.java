/**
 * The log groups that parts of the cell write to: encrypted, and kept as long as each is of use.
 */
@NullMarked
package io.cellwall.cell.logs;

import org.jspecify.annotations.NullMarked;
