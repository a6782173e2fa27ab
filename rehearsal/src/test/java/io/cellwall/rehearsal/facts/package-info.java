@NullMarked
package io.cellwall.rehearsal.facts;

import org.jspecify.annotations.NullMarked;
