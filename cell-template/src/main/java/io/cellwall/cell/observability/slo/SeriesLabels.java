package io.cellwall.cell.observability.slo;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The labels that say whose a series is: {@code cell}, {@code zone}, {@code region}. Every recorded
 * series and every alert of a cell carries them.
 *
 * @param cell the cell the series is of
 * @param zone the residency zone of the cell
 */
public record SeriesLabels(CellName cell, ZoneName zone) {

  /** The labels of a cell's series. */
  public static SeriesLabels of(Cell cell) {
    return new SeriesLabels(cell.name(), cell.zone());
  }

  /** The region that the cell lies in. */
  public Region region() {
    return cell.region();
  }

  /** The labels by name, in the order they are written. */
  public Map<String, String> asMap() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("cell", cell.toString());
    labels.put("zone", zone.toString());
    labels.put("region", region().toString());
    return labels;
  }

  /** The labels by name, and the SLO that the series is about. */
  public Map<String, String> asMap(SloName slo) {
    Map<String, String> labels = asMap();
    labels.put("slo", slo.toString());
    return labels;
  }

  /** A recorded series of this cell. */
  public Selector of(String series) {
    return Selector.of(series).where(asMap());
  }

  /** A recorded series of this cell about one SLO. */
  public Selector of(String series, SloName slo) {
    return Selector.of(series).where(asMap(slo));
  }
}
