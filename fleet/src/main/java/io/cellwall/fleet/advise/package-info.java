/** {@code cellwall advise}: whether to have cells, how many and where. */
@NullMarked
package io.cellwall.fleet.advise;

import org.jspecify.annotations.NullMarked;
