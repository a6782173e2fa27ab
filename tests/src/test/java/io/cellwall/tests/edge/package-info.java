/** The edges of the whole fleet: mutants that the rules must find, and what a cell may change. */
@NullMarked
package io.cellwall.tests.edge;

import org.jspecify.annotations.NullMarked;
