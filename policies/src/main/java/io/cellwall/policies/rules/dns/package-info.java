/** How names resolve: hosted zones, records, resolvers. */
@NullMarked
package io.cellwall.policies.rules.dns;

import org.jspecify.annotations.NullMarked;
