/** Where the cell keeps its tenants' data: database, cache, queue. */
@NullMarked
package io.cellwall.cell.data;

import org.jspecify.annotations.NullMarked;
