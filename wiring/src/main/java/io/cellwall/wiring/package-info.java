/** How resources of the templates are wired to one another: outputs, ARNs, policy documents. */
@NullMarked
package io.cellwall.wiring;

import org.jspecify.annotations.NullMarked;
