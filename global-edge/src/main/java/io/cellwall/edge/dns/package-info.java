/** Hosted zones, and the signing of their answers. */
@NullMarked
package io.cellwall.edge.dns;

import org.jspecify.annotations.NullMarked;
