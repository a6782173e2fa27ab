/** What of AWS's own rules for solutions does not hold for a control plane, and why. */
@NullMarked
package io.cellwall.controlplane.review;

import org.jspecify.annotations.NullMarked;
