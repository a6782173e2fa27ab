/** The neutral resource graph: what rules judge, wherever it came from. */
@NullMarked
package io.cellwall.policies.graph;

import org.jspecify.annotations.NullMarked;
