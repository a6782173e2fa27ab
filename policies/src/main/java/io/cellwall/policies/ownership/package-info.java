/** What the values of a resource name, and whom that belongs to. */
@NullMarked
package io.cellwall.policies.ownership;

import org.jspecify.annotations.NullMarked;
