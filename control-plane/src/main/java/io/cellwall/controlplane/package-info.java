/** What exists before Pulumi does, per stack, in the stack's own region. Its place is kept. */
@NullMarked
package io.cellwall.controlplane;

import org.jspecify.annotations.NullMarked;
