/** How much of everything AWS grants an account, and whether it is enough. */
@NullMarked
package io.cellwall.regions.quotas;

import org.jspecify.annotations.NullMarked;
