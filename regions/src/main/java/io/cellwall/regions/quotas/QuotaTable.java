package io.cellwall.regions.quotas;

import io.cellwall.regions.json.StrictJson;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The quotas that are known.
 *
 * @param date the day on which the defaults were written down; their sources may say otherwise by
 *     now
 * @param quotas by code
 */
public record QuotaTable(LocalDate date, SortedMap<QuotaCode, Quota> quotas) {

  private static final int SCHEMA_VERSION = 1;

  private static final QuotaTable PUBLISHED = parse(resource());

  public QuotaTable {
    quotas = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(quotas)));
  }

  private record Document(int schemaVersion, String date, List<Row> quotas) {}

  private record Row(
      String code,
      String service,
      String name,
      String scope,
      @com.fasterxml.jackson.annotation.JsonProperty("default") long usual,
      SortedMap<String, Long> regions,
      boolean adjustable,
      String source) {}

  /** AWS's published defaults, from {@code quotas.json} beside this class. */
  public static QuotaTable published() {
    return PUBLISHED;
  }

  /** The quota of this code, if it is known. */
  public Optional<Quota> find(QuotaCode code) {
    return Optional.ofNullable(quotas.get(code));
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if the document is not one, or has a quota twice
   */
  static QuotaTable parse(String json) {
    Document document = StrictJson.read(json, Document.class);
    if (document.schemaVersion() != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion is %d; it must be %d".formatted(document.schemaVersion(), SCHEMA_VERSION));
    }
    SortedMap<QuotaCode, Quota> quotas = new TreeMap<>();
    for (Row row : document.quotas()) {
      Quota quota = quota(row);
      if (quotas.put(quota.code(), quota) != null) {
        throw new IllegalArgumentException("quota " + quota.code() + " is there twice");
      }
    }
    return new QuotaTable(LocalDate.parse(document.date()), quotas);
  }

  private static Quota quota(Row row) {
    SortedMap<Region, Long> unusual = new TreeMap<>();
    row.regions().forEach((region, value) -> unusual.put(Region.parse(region), value));
    return new Quota(
        new QuotaCode(row.code()),
        row.service(),
        row.name(),
        QuotaScope.valueOf(row.scope().toUpperCase(Locale.ROOT).replace('-', '_')),
        row.usual(),
        unusual,
        row.adjustable(),
        URI.create(row.source()));
  }

  private static String resource() {
    try (InputStream in = QuotaTable.class.getResourceAsStream("quotas.json")) {
      if (in == null) {
        throw new IllegalStateException("quotas.json is not beside " + QuotaTable.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
