/** Every id that a finding of the policies can have, with why it matters and how to fix it. */
@NullMarked
package io.cellwall.policies.catalogue;

import org.jspecify.annotations.NullMarked;
