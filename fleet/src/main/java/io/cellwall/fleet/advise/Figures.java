package io.cellwall.fleet.advise;

import io.cellwall.regions.model.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What AWS commits to, and where data of a residency may be; from {@code figures.json}.
 *
 * <p>Commitments are those for several availability zones where an agreement has two.
 *
 * @param asOf when the texts of the commitments that were read date from
 * @param note what they are
 * @param source where they are published
 * @param services the commitments by key
 * @param residencies where data may be
 */
public record Figures(
    String asOf,
    String note,
    String source,
    Map<String, Service> services,
    List<Residency> residencies) {

  public Figures {
    services = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(services));
    residencies = List.copyOf(residencies);
  }

  /**
   * What AWS commits to for one service.
   *
   * @param percent uptime of a month
   * @param source the page of the agreement
   * @param seen the text in which the figure was read; where the agreement itself could not be
   *     read, who quotes it, and then it is the lower one of what is quoted
   */
  public record Service(String name, BigDecimal percent, String source, String seen) {
    /** Whether the agreement itself could not be read. */
    public boolean isQuoted() {
      return seen.startsWith("quoted");
    }

    /** As a number from 0 to 1. */
    public double availability() {
      return percent.doubleValue() / 100;
    }
  }

  /**
   * Where data that must stay somewhere may be.
   *
   * @param name name of the residency zone
   * @param laws names of laws that are commonly met so; labels, no advice
   * @param regions its regions, the first choice first
   * @param kilometres from one end of it to the other, about
   */
  public record Residency(String name, List<String> laws, List<Region> regions, int kilometres) {
    public Residency {
      laws = List.copyOf(laws);
      regions = List.copyOf(regions);
    }
  }

  /** The figures that come with the command. */
  public static Figures shipped() {
    try (InputStream file = Figures.class.getResourceAsStream("figures.json")) {
      if (file == null) {
        throw new IllegalStateException("the command was packed without figures.json");
      }
      return of(new JsonMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Figures of(JsonNode root) {
    Map<String, Service> services = new LinkedHashMap<>();
    root.required("services")
        .properties()
        .forEach(
            each ->
                services.put(
                    each.getKey(),
                    new Service(
                        each.getValue().required("name").asString(),
                        new BigDecimal(each.getValue().required("percent").asString()),
                        each.getValue().required("source").asString(),
                        each.getValue().required("seen").asString())));
    List<Residency> residencies = new ArrayList<>();
    for (JsonNode each : root.required("residencies")) {
      residencies.add(
          new Residency(
              each.required("name").asString(),
              texts(each.required("laws")),
              texts(each.required("regions")).stream().map(Region::parse).toList(),
              each.required("kilometres").asInt()));
    }
    return new Figures(
        root.required("asOf").asString(),
        root.required("note").asString(),
        root.required("source").asString(),
        services,
        residencies);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  /** The commitment of a service. */
  public Service service(String key) {
    return Optional.ofNullable(services.get(key))
        .orElseThrow(() -> new IllegalArgumentException("figures.json has no service " + key));
  }

  /** The residency of this name, or one whose law has it. */
  public Optional<Residency> residency(String nameOrLaw) {
    String wanted = nameOrLaw.toLowerCase(Locale.ROOT);
    return residencies.stream()
        .filter(
            each ->
                each.name().equals(wanted)
                    || each.laws().stream()
                        .anyMatch(law -> law.toLowerCase(Locale.ROOT).equals(wanted)))
        .findFirst();
  }
}
