package io.cellwall.fleet.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellwall.regions.json.StrictJson;
import io.cellwall.regions.model.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The prices that are known.
 *
 * @param date the day on which they were written down
 * @param currency their currency, such as {@code USD}
 * @param note how far they can be relied upon
 * @param hoursPerMonth how many hours a month is reckoned to have
 * @param prices by id
 */
public record PriceTable(
    LocalDate date,
    String currency,
    String note,
    BigDecimal hoursPerMonth,
    SortedMap<String, Price> prices) {

  private static final int SCHEMA_VERSION = 1;

  private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");

  public PriceTable {
    prices = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(prices)));
  }

  private record Document(
      int schemaVersion,
      String date,
      String currency,
      String note,
      BigDecimal hoursPerMonth,
      List<Row> prices) {}

  private record Row(
      String id,
      String what,
      String per,
      @JsonProperty("in") SortedMap<String, BigDecimal> places,
      String source) {}

  /** The prices in {@code prices.json} beside this class. */
  public static PriceTable listPrices() {
    return parse(listPricesText());
  }

  /** The file {@code prices.json} beside this class. */
  static String listPricesText() {
    try (InputStream in = PriceTable.class.getResourceAsStream("prices.json")) {
      if (in == null) {
        throw new IllegalStateException("prices.json is not beside " + PriceTable.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a price file.
   *
   * @throws IllegalArgumentException if the document is not one
   */
  static PriceTable parse(String json) {
    Document document = StrictJson.read(json, Document.class);
    if (document.schemaVersion() != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion is %d; it must be %d".formatted(document.schemaVersion(), SCHEMA_VERSION));
    }
    SortedMap<String, Price> prices = new TreeMap<>();
    for (Row row : document.prices()) {
      if (prices.put(row.id(), price(row)) != null) {
        throw new IllegalArgumentException("the price of " + row.id() + " is there twice");
      }
    }
    return new PriceTable(
        LocalDate.parse(document.date()),
        document.currency(),
        document.note(),
        document.hoursPerMonth(),
        prices);
  }

  /** The price of this id, if it is known in some region. */
  Optional<Price> find(String id) {
    return Optional.ofNullable(prices.get(id));
  }

  private static Price price(Row row) {
    row.places()
        .forEach(
            (place, amount) -> {
              if (!PARTITIONS.contains(place)) {
                Region.parse(place);
              }
              if (amount.signum() <= 0) {
                throw new IllegalArgumentException(
                    "the price of %s in %s is %s; it must be positive"
                        .formatted(row.id(), place, amount));
              }
            });
    return new Price(
        row.id(),
        row.what(),
        Price.Per.valueOf(row.per().toUpperCase(Locale.ROOT)),
        row.places(),
        URI.create(row.source()));
  }
}
