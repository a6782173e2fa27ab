/** The example fleet on the real engine, in a simulated AWS. */
@NullMarked
package io.cellwall.tests.engine;

import org.jspecify.annotations.NullMarked;
