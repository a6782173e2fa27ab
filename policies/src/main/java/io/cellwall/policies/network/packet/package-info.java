/** Sets of packets: addresses, protocols and ports as unions of boxes. */
@NullMarked
package io.cellwall.policies.network.packet;

import org.jspecify.annotations.NullMarked;
