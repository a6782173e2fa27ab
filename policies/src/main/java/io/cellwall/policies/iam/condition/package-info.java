/** Conditions of policy statements, decided over what is known of a request. */
@NullMarked
package io.cellwall.policies.iam.condition;

import org.jspecify.annotations.NullMarked;
