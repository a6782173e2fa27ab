/** The cell's cluster: EKS, its nodes, its add-ons, and who may call its API. */
@NullMarked
package io.cellwall.cell.compute;

import org.jspecify.annotations.NullMarked;
