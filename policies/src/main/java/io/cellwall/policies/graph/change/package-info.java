/** What differs between two graphs of one stack: complete, so that one makes the other. */
@NullMarked
package io.cellwall.policies.graph.change;

import org.jspecify.annotations.NullMarked;
