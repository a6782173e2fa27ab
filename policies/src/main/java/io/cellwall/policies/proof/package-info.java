/** The proof of a whole fleet: what one can show an auditor, and what it rests on. */
@NullMarked
package io.cellwall.policies.proof;

import org.jspecify.annotations.NullMarked;
