/** Buckets that are closed to the public: one plan and one component for every template. */
@NullMarked
package io.cellwall.wiring.bucket;

import org.jspecify.annotations.NullMarked;
