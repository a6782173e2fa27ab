/** The firewall before a load balancer: one plan and one component for every template. */
@NullMarked
package io.cellwall.wiring.firewall;

import org.jspecify.annotations.NullMarked;
