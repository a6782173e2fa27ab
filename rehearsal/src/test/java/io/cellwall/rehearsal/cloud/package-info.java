@NullMarked
package io.cellwall.rehearsal.cloud;

import org.jspecify.annotations.NullMarked;
