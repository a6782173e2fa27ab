/** cellwall preview: plan each stack, judge it, say what it found. */
@NullMarked
package io.cellwall.fleet.preview;

import org.jspecify.annotations.NullMarked;
