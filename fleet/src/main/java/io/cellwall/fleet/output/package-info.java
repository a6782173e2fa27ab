/** What users read: text for people, JSON for programs. */
@NullMarked
package io.cellwall.fleet.output;

import org.jspecify.annotations.NullMarked;
