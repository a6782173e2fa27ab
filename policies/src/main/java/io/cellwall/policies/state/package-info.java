/** Reads what exists: the state of a deployed stack, as {@code pulumi stack export} writes it. */
@NullMarked
package io.cellwall.policies.state;

import org.jspecify.annotations.NullMarked;
