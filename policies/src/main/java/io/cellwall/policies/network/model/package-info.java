/** The network as the resource graphs declare it: what routes and what filters. */
@NullMarked
package io.cellwall.policies.network.model;

import org.jspecify.annotations.NullMarked;
