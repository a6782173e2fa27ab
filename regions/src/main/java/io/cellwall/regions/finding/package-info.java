/** What a check found: one vocabulary for the inventory's rules and for the policies. */
@NullMarked
package io.cellwall.regions.finding;

import org.jspecify.annotations.NullMarked;
