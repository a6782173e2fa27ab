/** Logs, metrics, traces, trails. */
@NullMarked
package io.cellwall.policies.rules.observability;

import org.jspecify.annotations.NullMarked;
