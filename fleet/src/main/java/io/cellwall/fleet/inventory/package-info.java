/** cellwall inventory: validate, list, show, addresses, add, schema. */
@NullMarked
package io.cellwall.fleet.inventory;

import org.jspecify.annotations.NullMarked;
