/** Keys and secrets: who may use them, and where they are copied to. */
@NullMarked
package io.cellwall.policies.rules.secret;

import org.jspecify.annotations.NullMarked;
