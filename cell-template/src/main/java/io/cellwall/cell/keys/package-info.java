/** The cell's encryption keys: one for each purpose. */
@NullMarked
package io.cellwall.cell.keys;

import org.jspecify.annotations.NullMarked;
