/** What the cell says it is, once it is built: published in its own account. */
@NullMarked
package io.cellwall.cell.descriptor;

import org.jspecify.annotations.NullMarked;
