@NullMarked
package io.cellwall.policies.proof.access;

import org.jspecify.annotations.NullMarked;
