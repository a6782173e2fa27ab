/** Tests of what exists before Pulumi does. */
@NullMarked
package io.cellwall.controlplane;

import org.jspecify.annotations.NullMarked;
