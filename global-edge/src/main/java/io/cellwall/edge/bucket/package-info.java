/** Buckets that nobody outside the edge reads. */
@NullMarked
package io.cellwall.edge.bucket;

import org.jspecify.annotations.NullMarked;
