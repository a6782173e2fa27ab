/** Where packets are sent: route tables, peering, transit gateways, hubs, load balancers. */
@NullMarked
package io.cellwall.policies.network.routing;

import org.jspecify.annotations.NullMarked;
