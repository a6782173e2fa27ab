/** What stands out of a change: one class for each way to do harm. */
@NullMarked
package io.cellwall.fleet.change.danger;

import org.jspecify.annotations.NullMarked;
