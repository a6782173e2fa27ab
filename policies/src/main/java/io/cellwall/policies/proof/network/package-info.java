/** What the network proof means for the stacks of a fleet. */
@NullMarked
package io.cellwall.policies.proof.network;

import org.jspecify.annotations.NullMarked;
