/**
 * Patterns with wildcards, their overlap, and the search for a text that some match and others do
 * not.
 */
@NullMarked
package io.cellwall.policies.iam.glob;

import org.jspecify.annotations.NullMarked;
