/** Backups of the cell's data: locked in the cell's own account, copied only inside its zone. */
@NullMarked
package io.cellwall.cell.backup;

import org.jspecify.annotations.NullMarked;
