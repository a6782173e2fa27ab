/** What proofs take from the inventory: whose an account is, and which doors are declared. */
@NullMarked
package io.cellwall.policies.proof.inventory;

import org.jspecify.annotations.NullMarked;
