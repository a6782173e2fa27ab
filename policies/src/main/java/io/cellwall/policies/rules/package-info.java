/** What may never happen: one rule, one class. Rules know nothing of where a graph came from. */
@NullMarked
package io.cellwall.policies.rules;

import org.jspecify.annotations.NullMarked;
