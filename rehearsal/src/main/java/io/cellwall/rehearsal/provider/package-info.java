/** The simulated AWS as a provider of the Pulumi engine. */
@NullMarked
package io.cellwall.rehearsal.provider;

import org.jspecify.annotations.NullMarked;
