/** Isolation of the whole fleet: every stack of the inventory, planned and judged. */
@NullMarked
package io.cellwall.tests.isolation;

import org.jspecify.annotations.NullMarked;
