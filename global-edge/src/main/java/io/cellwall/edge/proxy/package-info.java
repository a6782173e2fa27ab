/** What the routers' proxy, Envoy, is told: made from the inventory, as its API v3 has it. */
@NullMarked
package io.cellwall.edge.proxy;

import org.jspecify.annotations.NullMarked;
