/** The cell's own hosted zone. */
@NullMarked
package io.cellwall.cell.dns;

import org.jspecify.annotations.NullMarked;
