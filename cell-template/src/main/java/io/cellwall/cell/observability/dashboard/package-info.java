/** A cell's dashboards as typed values, written as the JSON that Grafana and CloudWatch read. */
@NullMarked
package io.cellwall.cell.observability.dashboard;

import org.jspecify.annotations.NullMarked;
