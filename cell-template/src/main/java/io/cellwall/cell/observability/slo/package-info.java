/** What a cell promises, and how it is counted: objectives and indicators as checked PromQL. */
@NullMarked
package io.cellwall.cell.observability.slo;

import org.jspecify.annotations.NullMarked;
