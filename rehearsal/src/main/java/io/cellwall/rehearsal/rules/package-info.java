/** What AWS refuses. */
@NullMarked
package io.cellwall.rehearsal.rules;

import org.jspecify.annotations.NullMarked;
