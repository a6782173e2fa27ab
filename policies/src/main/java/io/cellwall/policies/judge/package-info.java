/** Puts the rules to work: graphs in, findings and a verdict out. */
@NullMarked
package io.cellwall.policies.judge;

import org.jspecify.annotations.NullMarked;
