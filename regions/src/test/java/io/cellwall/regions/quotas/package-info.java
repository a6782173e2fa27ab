@NullMarked
package io.cellwall.regions.quotas;

import org.jspecify.annotations.NullMarked;
