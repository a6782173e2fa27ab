/** Databases, caches, warehouses and their copies. */
@NullMarked
package io.cellwall.policies.rules.data;

import org.jspecify.annotations.NullMarked;
