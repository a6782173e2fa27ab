/** {@code cellwall deploy}: the gate that a stack passes before anything of it changes. */
@NullMarked
package io.cellwall.fleet.deploy;

import org.jspecify.annotations.NullMarked;
