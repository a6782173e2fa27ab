/** The AWS types as the SDK's classes describe them. */
@NullMarked
package io.cellwall.rehearsal.sdk;

import org.jspecify.annotations.NullMarked;
