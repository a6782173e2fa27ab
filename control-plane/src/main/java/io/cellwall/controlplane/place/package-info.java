/** Where a control plane stands, and what it calls its parts. */
@NullMarked
package io.cellwall.controlplane.place;

import org.jspecify.annotations.NullMarked;
