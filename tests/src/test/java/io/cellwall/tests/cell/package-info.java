/** Whole cells of every kind: what each contains, that each is alone, and that each can go. */
@NullMarked
package io.cellwall.tests.cell;

import org.jspecify.annotations.NullMarked;
