/** Every known way to cross a wall, applied to a clean stack of the example fleet. */
@NullMarked
package io.cellwall.tests.mutants;

import org.jspecify.annotations.NullMarked;
