/** {@code cellwall guardrails}: the walls as policies of AWS's own. */
@NullMarked
package io.cellwall.fleet.guardrails;

import org.jspecify.annotations.NullMarked;
