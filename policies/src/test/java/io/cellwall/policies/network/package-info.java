/** Tests of the network proof. */
@NullMarked
package io.cellwall.policies.network;

import org.jspecify.annotations.NullMarked;
