/** How the templates wire their resources, seen over whole stacks. */
@NullMarked
package io.cellwall.tests.wiring;

import org.jspecify.annotations.NullMarked;
