/** The {@code cellwall} command: wiring and exit codes, no decision about the domain. */
@NullMarked
package io.cellwall.fleet;

import org.jspecify.annotations.NullMarked;
