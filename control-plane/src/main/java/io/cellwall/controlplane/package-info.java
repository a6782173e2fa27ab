/** What exists before Pulumi does, per stack, in the stack's own account and region. */
@NullMarked
package io.cellwall.controlplane;

import org.jspecify.annotations.NullMarked;
