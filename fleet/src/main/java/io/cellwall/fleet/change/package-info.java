/** What a change of inventory or templates changes in each stack, and how it is shown. */
@NullMarked
package io.cellwall.fleet.change;

import org.jspecify.annotations.NullMarked;
