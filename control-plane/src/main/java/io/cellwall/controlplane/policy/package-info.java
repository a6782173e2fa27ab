/** Policy documents as data, and how they are fitted into IAM's limits. */
@NullMarked
package io.cellwall.controlplane.policy;

import org.jspecify.annotations.NullMarked;
