/** Functions, clusters, tasks, instances. */
@NullMarked
package io.cellwall.policies.rules.compute;

import org.jspecify.annotations.NullMarked;
