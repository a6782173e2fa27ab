/** What a change is compared with: an earlier commit, its inventory and its program. */
@NullMarked
package io.cellwall.fleet.base;

import org.jspecify.annotations.NullMarked;
