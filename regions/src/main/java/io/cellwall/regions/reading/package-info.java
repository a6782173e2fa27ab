/** From a directory of YAML files to a valid inventory, or to every reason why it is not one. */
@NullMarked
package io.cellwall.regions.reading;

import org.jspecify.annotations.NullMarked;
