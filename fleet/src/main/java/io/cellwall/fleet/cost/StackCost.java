package io.cellwall.fleet.cost;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stack costs each month before anybody uses it.
 *
 * @param stack the stack's name
 * @param lines by part, price and region
 * @param unknown resources whose charges nobody has described, by type
 */
public record StackCost(String stack, List<Line> lines, SortedMap<String, Long> unknown) {

  /** What depends on use, and so is in no total. */
  public static final String NOT_INCLUDED =
      "traffic and data processing (NAT, load balancers, endpoints, between zones and regions),"
          + " storage and its requests (Aurora, S3, EBS, DynamoDB, ECR, backups), logs and metrics,"
          + " the nodes of EKS Auto Mode and its fee on them, capacity units of load balancers,"
          + " builds, key and secret requests, support, tax and discounts";

  public StackCost {
    lines = List.copyOf(lines);
    unknown = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(unknown)));
  }

  /**
   * Some units of one price.
   *
   * @param part the part of the stack
   * @param price id of the price
   * @param region where it is charged; empty where the provider does not say
   * @param quantity how many units
   * @param unit the price of one unit in its own time; empty where it is not known
   * @param monthly the price of all of them in a month; empty where it is not known
   */
  public record Line(
      String part,
      String price,
      Optional<Region> region,
      BigDecimal quantity,
      Optional<BigDecimal> unit,
      Optional<BigDecimal> monthly) {}

  private record Key(String part, String price, String region) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byPart = part.compareTo(other.part);
      int byPrice = price.compareTo(other.price);
      return byPart != 0 ? byPart : byPrice != 0 ? byPrice : region.compareTo(other.region);
    }
  }

  /** Estimates what a stack declares. */
  public static StackCost of(ResourceGraph graph, PriceTable prices) {
    SortedMap<Key, BigDecimal> quantities = new TreeMap<>();
    SortedMap<String, Long> unknown = new TreeMap<>();
    for (Declared resource : Declared.in(graph)) {
      if (!Charges.knows(resource.node().type())) {
        unknown.merge(resource.node().type(), 1L, Long::sum);
      }
      String region = Home.of(resource).map(home -> home.region().code()).orElse("");
      for (Charge charge : Charges.of(resource)) {
        quantities.merge(
            new Key(charge.part(), charge.price(), region), charge.quantity(), BigDecimal::add);
      }
    }
    List<Line> lines = new ArrayList<>();
    quantities.forEach((key, quantity) -> lines.add(line(key, quantity, prices)));
    return new StackCost(graph.stack(), lines, unknown);
  }

  private static Line line(Key key, BigDecimal quantity, PriceTable prices) {
    Optional<Region> region =
        Optional.of(key.region()).filter(code -> !code.isEmpty()).map(Region::parse);
    Optional<Price> price = prices.find(key.price());
    Optional<BigDecimal> unit = region.flatMap(where -> price.flatMap(known -> known.in(where)));
    Optional<BigDecimal> monthly =
        unit.map(
            amount ->
                amount
                    .multiply(quantity)
                    .multiply(
                        price.filter(known -> known.per() == Price.Per.HOUR).isPresent()
                            ? prices.hoursPerMonth()
                            : BigDecimal.ONE));
    return new Line(key.part(), key.price(), region, quantity, unit, monthly);
  }

  /** The sum of all lines whose price is known. */
  public BigDecimal known() {
    return lines.stream()
        .flatMap(line -> line.monthly().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Tells whether every price is known, so that {@link #known()} is the whole. */
  public boolean isComplete() {
    return unknown.isEmpty() && lines.stream().allMatch(line -> line.monthly().isPresent());
  }
}
