/** The proof that no packet passes between stacks, or the path on which one does. */
@NullMarked
package io.cellwall.policies.network;

import org.jspecify.annotations.NullMarked;
