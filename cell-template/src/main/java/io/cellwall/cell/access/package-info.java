/** Who may work on and in the cell: operators, and the pods of platform and tenants. */
@NullMarked
package io.cellwall.cell.access;

import org.jspecify.annotations.NullMarked;
