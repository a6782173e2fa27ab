/** The cell's own registry of images and charts. */
@NullMarked
package io.cellwall.cell.registry;

import org.jspecify.annotations.NullMarked;
