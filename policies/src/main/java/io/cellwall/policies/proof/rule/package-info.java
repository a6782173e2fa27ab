/** The ids under which proofs report what they cannot prove. */
@NullMarked
package io.cellwall.policies.proof.rule;

import org.jspecify.annotations.NullMarked;
