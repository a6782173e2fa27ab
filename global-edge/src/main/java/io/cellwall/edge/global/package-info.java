/** The edge above the zones: the parent domain and the directory of zones. Metadata only. */
@NullMarked
package io.cellwall.edge.global;

import org.jspecify.annotations.NullMarked;
