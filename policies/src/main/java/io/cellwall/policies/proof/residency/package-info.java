/** The statement that a zone's data stays in the zone's regions. */
@NullMarked
package io.cellwall.policies.proof.residency;

import org.jspecify.annotations.NullMarked;
