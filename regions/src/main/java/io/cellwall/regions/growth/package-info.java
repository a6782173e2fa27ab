/** How the fleet grows: the file of the next cell. */
@NullMarked
package io.cellwall.regions.growth;

import org.jspecify.annotations.NullMarked;
