/** The cellwall command and the Pulumi program: the only place that puts the parts together. */
@NullMarked
package io.cellwall.fleet;

import org.jspecify.annotations.NullMarked;
