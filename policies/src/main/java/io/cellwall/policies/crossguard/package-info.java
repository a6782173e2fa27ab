/**
 * The policy pack for the real engine: a CrossGuard analyzer over the same rules that a preview
 * uses.
 */
@NullMarked
package io.cellwall.policies.crossguard;

import org.jspecify.annotations.NullMarked;
