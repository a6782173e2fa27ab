/** What one cell is: a plan made by pure code, and the Pulumi components that carry it out. */
@NullMarked
package io.cellwall.cell;

import org.jspecify.annotations.NullMarked;
