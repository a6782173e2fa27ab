package io.cellwall.cell.descriptor;

import io.cellwall.regions.admission.Descriptor;
import io.cellwall.regions.admission.DescriptorJson;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.wiring.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the cell will say it is, as far as it is known before it is built.
 *
 * @param name name of the parameter's resource
 * @param parameter name of the parameter
 * @param cell the cell's name
 * @param zone the residency zone whose data it holds
 * @param region the region it lies in
 * @param account the account it lies in
 * @param release the release that builds it
 * @param fingerprint SHA-256 of the plans that it is built from: whoever plans the same inventory
 *     with the same release gets the same
 * @param endpoints where its parts answer, as far as that is named and not made up by AWS
 */
public record DescriptorPlan(
    String name,
    String parameter,
    CellName cell,
    ZoneName zone,
    Region region,
    AccountId account,
    Release release,
    String fingerprint,
    SortedMap<String, String> endpoints) {

  // Sorted: the order of some maps differs from run to run, and a text must not.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  public DescriptorPlan {
    endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(endpoints)));
  }

  /**
   * The descriptor of a cell.
   *
   * @param host its host
   * @param queue name of its queue
   * @param parts the plans of its parts
   */
  public static DescriptorPlan of(
      Place place, Cell cell, HostName host, String queue, List<Object> parts) {
    SortedMap<String, String> endpoints = new TreeMap<>();
    endpoints.put("ingress", "https://" + host);
    endpoints.put(
        "queue",
        "https://sqs.%s.%s/%s/%s"
            .formatted(place.region(), place.region().dnsSuffix(), place.account().value(), queue));
    return new DescriptorPlan(
        place.named("descriptor"),
        "/cellwall/" + place.name() + "/descriptor",
        cell.name(),
        cell.zone(),
        cell.region(),
        cell.account(),
        cell.release(),
        fingerprint(parts),
        endpoints);
  }

  /**
   * The descriptor's text, in the format that {@code cellwall inventory admit} reads.
   *
   * @param made where parts answer whose addresses AWS has made up
   * @param facts what else it has made up
   */
  String text(Map<String, String> made, CellFacts facts) {
    SortedMap<String, String> all = new TreeMap<>(endpoints);
    all.putAll(made);
    return DescriptorJson.write(
        new Descriptor(cell, zone, region, account, release, fingerprint, all, facts));
  }

  private static String fingerprint(List<Object> parts) {
    try {
      byte[] text = JSON.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
