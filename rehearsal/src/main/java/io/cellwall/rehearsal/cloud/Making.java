package io.cellwall.rehearsal.cloud;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.OfflineAws;
import io.cellwall.rehearsal.facts.AwsFacts;
import io.cellwall.rehearsal.sdk.SdkType;
import io.cellwall.rehearsal.sdk.SdkTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What AWS makes up: ids, ARNs, endpoints, and a value for each output that always has one. */
public final class Making {

  private Making() {}

  /**
   * Something as it exists once it is made.
   *
   * @param seed where every made-up digit is drawn from
   */
  public static CloudObject make(Order order, String seed) {
    OfflineAws.Made made = made(order, seed);
    return new CloudObject(order, made.id().orElseThrow(), outputs(order, made.outputs()));
  }

  /** Something as it exists once it is changed: what AWS made up stays. */
  static CloudObject change(CloudObject old, Order order) {
    Map<String, Value> kept = new TreeMap<>(old.outputs().values());
    kept.keySet().removeAll(old.inputs().values().keySet());
    made(order, order.urn())
        .outputs()
        .values()
        .keySet()
        .forEach(
            output -> {
              Value value = old.outputs().values().get(output);
              if (value != null) {
                kept.put(output, value);
              }
            });
    // A member that AWS put into an object of the inputs outlives a change of the object.
    return new CloudObject(order, old.id(), outputs(order, Value.Fields.of(inside(old, kept))));
  }

  private static Map<String, Value> inside(CloudObject old, Map<String, Value> kept) {
    for (String output : old.facts().outputs().keySet()) {
      int dot = output.indexOf('.');
      if (dot > 0
          && old.outputs().values().get(output.substring(0, dot)) instanceof Value.Fields object) {
        Value value = object.values().get(output.substring(dot + 1));
        if (value != null) {
          kept.put(output, value);
        }
      }
    }
    return kept;
  }

  private static OfflineAws.Made made(Order order, String seed) {
    Map<String, Value> inputs = new TreeMap<>(order.inputs().values());
    // A load balancer's ARN says what kind it is, in fewer letters than its type.
    inputs.putIfAbsent(
        "kind",
        new Value.Text(
            order.inputs().text("loadBalancerType").filter("network"::equals).isPresent()
                ? "net"
                : "app"));
    return OfflineAws.make(
        AwsFacts.of(order.type()).shape(),
        order.name(),
        seed,
        Value.Fields.of(inputs),
        new OfflineAws.Whereabouts(
            Optional.of(order.place().region()), Optional.of(order.place().account().value())));
  }

  private static Value.Fields outputs(Order order, Value.Fields made) {
    Map<String, Value> outputs = new TreeMap<>();
    order.inputs().values().forEach(outputs::put);
    made.values()
        .forEach(
            (output, value) -> {
              if (!(value.bare() instanceof Value.Unknown)) {
                put(outputs, output, value);
              }
            });
    Optional<SdkType> type = SdkTypes.find(order.type());
    for (SdkType.Property output : type.map(SdkType::outputs).orElse(List.of())) {
      Value value = outputs.get(output.name());
      if (value != null) {
        outputs.put(
            output.name(), output.shape().completed(value, property -> text(order, property)));
      } else if (output.name().equals("tagsAll")) {
        outputs.put("tagsAll", outputs.getOrDefault("tags", Value.Fields.none()));
      } else if (output.required()) {
        outputs.put(
            output.name(), output.shape().blank(output.name(), property -> text(order, property)));
      }
    }
    return Value.Fields.of(outputs);
  }

  // What AWS adds to an object that the program gave: vpcConfig.clusterSecurityGroupId.
  private static void put(Map<String, Value> outputs, String output, Value value) {
    int dot = output.indexOf('.');
    if (dot < 0) {
      outputs.putIfAbsent(output, value);
    } else if (outputs.get(output.substring(0, dot)) instanceof Value.Fields given) {
      Map<String, Value> fields = new TreeMap<>(given.values());
      fields.putIfAbsent(output.substring(dot + 1), value);
      outputs.put(output.substring(0, dot), Value.Fields.of(fields));
    }
  }

  // A text that nothing is known of: the right kind of thing, by the words of its name.
  private static String text(Order order, String property) {
    String lower = property.toLowerCase(Locale.ROOT);
    String service = order.type().replaceFirst("^aws:([^/:]*).*", "$1");
    Place place = order.place();
    if (lower.endsWith("arn")) {
      return "arn:%s:%s:%s:%s:%s/%s"
          .formatted(
              place.region().partition(),
              service,
              place.region(),
              place.account(),
              lower,
              order.name());
    }
    if (lower.equals("ownerid") || lower.endsWith("accountid") || lower.equals("registryid")) {
      return place.account().value();
    }
    if (lower.equals("region")) {
      return place.region().code();
    }
    if (lower.equals("status") || lower.equals("state")) {
      return "ACTIVE";
    }
    if (lower.endsWith("date") || lower.endsWith("time") || lower.endsWith("at")) {
      return "2026-01-01T00:00:00Z";
    }
    if (lower.endsWith("endpoint") || lower.endsWith("dnsname")) {
      return "%s.%s.%s.%s"
          .formatted(order.name(), service, place.region(), place.region().dnsSuffix());
    }
    return lower.contains("policy") ? "{}" : "";
  }
}
