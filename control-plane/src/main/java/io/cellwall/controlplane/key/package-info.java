/** Keys of a control plane. */
@NullMarked
package io.cellwall.controlplane.key;

import org.jspecify.annotations.NullMarked;
