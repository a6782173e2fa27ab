/** Buckets that nobody reaches whom their policy and their account do not admit. */
@NullMarked
package io.cellwall.controlplane.bucket;

import org.jspecify.annotations.NullMarked;
