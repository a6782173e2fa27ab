/** Assertions for tests of one's own stacks, with any test framework. */
@NullMarked
package io.cellwall.policies.assertions;

import org.jspecify.annotations.NullMarked;
