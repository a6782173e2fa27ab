/** How far failures of the whole example fleet go, and what makes them go farther. */
@NullMarked
package io.cellwall.tests.blast;

import org.jspecify.annotations.NullMarked;
