/** The real Pulumi engine: where its parts are, and running it. */
@NullMarked
package io.cellwall.fleet.engine;

import org.jspecify.annotations.NullMarked;
