/** How traffic finds its home cell: plans, and the Pulumi components of the edge stacks. */
@NullMarked
package io.cellwall.edge;

import org.jspecify.annotations.NullMarked;
