/** The permissions boundary: the most that any role of the cell may ever do. */
@NullMarked
package io.cellwall.cell.boundary;

import org.jspecify.annotations.NullMarked;
