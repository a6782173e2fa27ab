/** Who may act: roles, policies, trust. */
@NullMarked
package io.cellwall.policies.rules.identity;

import org.jspecify.annotations.NullMarked;
