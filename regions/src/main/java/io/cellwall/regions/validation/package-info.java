/** What must hold across the keys and files of an inventory: one rule, one class. */
@NullMarked
package io.cellwall.regions.validation;

import org.jspecify.annotations.NullMarked;
