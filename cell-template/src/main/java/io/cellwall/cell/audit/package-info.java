/**
 * The record of who did what in the cell's account, and the call when somebody breaks the glass.
 */
@NullMarked
package io.cellwall.cell.audit;

import org.jspecify.annotations.NullMarked;
