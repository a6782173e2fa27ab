/** The edge of a zone: accelerator, hosted zone, home-cell table, signing keys. */
@NullMarked
package io.cellwall.edge.zone;

import org.jspecify.annotations.NullMarked;
