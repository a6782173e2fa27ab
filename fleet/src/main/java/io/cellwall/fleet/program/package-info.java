/** The Pulumi program: a stack's name decides what is built. */
@NullMarked
package io.cellwall.fleet.program;

import org.jspecify.annotations.NullMarked;
