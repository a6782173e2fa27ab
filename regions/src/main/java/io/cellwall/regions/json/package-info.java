/** JSON that is read strictly: what the format does not have is refused. */
@NullMarked
package io.cellwall.regions.json;

import org.jspecify.annotations.NullMarked;
