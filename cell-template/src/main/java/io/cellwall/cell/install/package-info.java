/** How the platform comes into a cluster whose API nobody outside of the cell can reach. */
@NullMarked
package io.cellwall.cell.install;

import org.jspecify.annotations.NullMarked;
