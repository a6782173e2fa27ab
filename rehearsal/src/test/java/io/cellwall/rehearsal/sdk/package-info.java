@NullMarked
package io.cellwall.rehearsal.sdk;

import org.jspecify.annotations.NullMarked;
