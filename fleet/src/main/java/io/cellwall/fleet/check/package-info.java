/** {@code cellwall check}: judges what others declared, deployed states and templates. */
@NullMarked
package io.cellwall.fleet.check;

import org.jspecify.annotations.NullMarked;
