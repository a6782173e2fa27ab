/** What joins a network with another: the first level of the proof. */
@NullMarked
package io.cellwall.policies.network.connector;

import org.jspecify.annotations.NullMarked;
