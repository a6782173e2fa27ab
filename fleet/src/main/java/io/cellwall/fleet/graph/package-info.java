/** What commands read off the graphs of stacks. */
@NullMarked
package io.cellwall.fleet.graph;

import org.jspecify.annotations.NullMarked;
