@NullMarked
package io.cellwall.regions.admission;

import org.jspecify.annotations.NullMarked;
