/** How requests come in: accelerators, load balancers, distributions, gateways. */
@NullMarked
package io.cellwall.policies.rules.edge;

import org.jspecify.annotations.NullMarked;
