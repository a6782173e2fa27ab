/** What the internet can reach, and what is owed there. */
@NullMarked
package io.cellwall.policies.network.exposure;

import org.jspecify.annotations.NullMarked;
