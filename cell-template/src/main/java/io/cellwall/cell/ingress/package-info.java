/** The one way into the cell: endpoint service, load balancers, certificate, firewall, logs. */
@NullMarked
package io.cellwall.cell.ingress;

import org.jspecify.annotations.NullMarked;
