/** The simulated AWS itself: accounts, regions, what exists in them, and what is refused. */
@NullMarked
package io.cellwall.rehearsal.cloud;

import org.jspecify.annotations.NullMarked;
