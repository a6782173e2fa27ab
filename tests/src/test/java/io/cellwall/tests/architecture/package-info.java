/** The dependency arrows and habits of the code base, as tests. */
@NullMarked
package io.cellwall.tests.architecture;

import org.jspecify.annotations.NullMarked;
