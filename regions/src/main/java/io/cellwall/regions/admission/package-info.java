/**
 * How a cell that was built becomes part of the fleet: it says what it is, and the inventory
 * records what AWS made up.
 */
@NullMarked
package io.cellwall.regions.admission;

import org.jspecify.annotations.NullMarked;
