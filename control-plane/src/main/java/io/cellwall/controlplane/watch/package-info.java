/** Who is told, and of what: emergencies, plans to approve, failed deployments, money. */
@NullMarked
package io.cellwall.controlplane.watch;

import org.jspecify.annotations.NullMarked;
