/** Encryption keys: how a stack's KMS keys are planned and made, and whom their policies admit. */
@NullMarked
package io.cellwall.wiring.key;

import org.jspecify.annotations.NullMarked;
