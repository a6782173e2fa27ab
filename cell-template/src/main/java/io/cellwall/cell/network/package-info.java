/** The cell's network: addresses, subnets, routes, ways out, flow logs. */
@NullMarked
package io.cellwall.cell.network;

import org.jspecify.annotations.NullMarked;
