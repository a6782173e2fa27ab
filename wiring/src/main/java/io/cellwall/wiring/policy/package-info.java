/** Policy documents of AWS as values: typed, and written as JSON in one form only. */
@NullMarked
package io.cellwall.wiring.policy;

import org.jspecify.annotations.NullMarked;
