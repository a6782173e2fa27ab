/** A fault at every creation of a cell, on the real engine. */
@NullMarked
package io.cellwall.tests.faults;

import org.jspecify.annotations.NullMarked;
