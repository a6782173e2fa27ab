/** Filters, routes and addresses that name another's range: nothing passes yet, but would. */
@NullMarked
package io.cellwall.policies.network.opening;

import org.jspecify.annotations.NullMarked;
