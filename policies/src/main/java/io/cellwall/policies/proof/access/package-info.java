/** The proof that nobody of one account acts on what another stack has. */
@NullMarked
package io.cellwall.policies.proof.access;

import org.jspecify.annotations.NullMarked;
