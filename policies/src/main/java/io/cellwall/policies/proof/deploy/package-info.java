/** Proves of each stack's deploy role that it may do what it must, and nothing elsewhere. */
@NullMarked
package io.cellwall.policies.proof.deploy;

import org.jspecify.annotations.NullMarked;
