/** Who has which addresses, and what is free. */
@NullMarked
package io.cellwall.regions.addresses;

import org.jspecify.annotations.NullMarked;
