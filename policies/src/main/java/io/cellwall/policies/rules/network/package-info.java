/** How packets may travel: addresses, routes, groups, gateways, endpoints, shares. */
@NullMarked
package io.cellwall.policies.rules.network;

import org.jspecify.annotations.NullMarked;
