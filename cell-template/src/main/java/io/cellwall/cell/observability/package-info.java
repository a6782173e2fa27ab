/** How a cell is watched: all texts that its observability resources are made of, by pure code. */
@NullMarked
package io.cellwall.cell.observability;

import org.jspecify.annotations.NullMarked;
