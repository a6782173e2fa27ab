/** Recording and alerting rules, of a cell and of a zone's comparison of its cells. */
@NullMarked
package io.cellwall.cell.observability.rules;

import org.jspecify.annotations.NullMarked;
