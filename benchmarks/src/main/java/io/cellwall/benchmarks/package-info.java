/** How long the policies take. */
@NullMarked
package io.cellwall.benchmarks;

import org.jspecify.annotations.NullMarked;
