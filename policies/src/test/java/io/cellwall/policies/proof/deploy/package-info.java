@NullMarked
package io.cellwall.policies.proof.deploy;

import org.jspecify.annotations.NullMarked;
