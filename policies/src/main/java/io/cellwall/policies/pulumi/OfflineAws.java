package io.cellwall.policies.pulumi;

import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AWS would make up, made up: ids for every resource, ARNs and a few more names for the types
 * of {@link OfflineTypes}. All else that a provider computes stays unknown, as in a preview.
 *
 * <p>The same program always gets the same answers: they are drawn from URNs.
 */
public final class OfflineAws {

  private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z0-9:-]+)}");

  private OfflineAws() {}

  /**
   * What the cloud adds to a resource.
   *
   * @param id its id
   * @param outputs outputs beyond the inputs
   */
  public record Made(Optional<String> id, Value.Fields outputs) {}

  /**
   * Where a provider makes its resources; empty where it does not say, or says what AWS has not.
   *
   * @param region its region
   * @param account its only allowed account
   */
  public record Whereabouts(Optional<Region> region, Optional<String> account) {

    /** Where a provider with these inputs makes its resources. */
    public static Whereabouts of(Optional<Value.Fields> provider) {
      Optional<Region> region =
          provider.flatMap(in -> in.text("region")).filter(Region::isRegion).map(Region::parse);
      Optional<String> account =
          provider
              .map(in -> in.values().get("allowedAccountIds"))
              .filter(ids -> ids.bare() instanceof Value.Items)
              .map(ids -> ((Value.Items) ids.bare()).values())
              .filter(ids -> ids.size() == 1 && ids.get(0).bare() instanceof Value.Text)
              .map(ids -> ((Value.Text) ids.get(0).bare()).value());
      return new Whereabouts(region, account);
    }
  }

  /**
   * Makes up what AWS would.
   *
   * @param type type token
   * @param logicalName the resource's name in the program
   * @param urn where every made-up digit is drawn from
   * @param inputs what the program passes
   * @param where where its provider stands
   */
  public static Made make(
      String type, String logicalName, String urn, Value.Fields inputs, Whereabouts where) {
    return make(OfflineTypes.of(type), logicalName, urn, inputs, where);
  }

  /**
   * Makes up what AWS would, in a shape of the caller's choice.
   *
   * @param shape the shape of the resource's type
   * @param logicalName the resource's name in the program
   * @param urn where every made-up digit is drawn from
   * @param inputs what the program passes
   * @param where where its provider stands
   */
  public static Made make(
      OfflineTypes.Shape shape,
      String logicalName,
      String urn,
      Value.Fields inputs,
      Whereabouts where) {
    Map<String, Value> known = new LinkedHashMap<>();
    known.put("seed", new Value.Text(urn));
    where.region().ifPresent(region -> known.put("region", new Value.Text(region.code())));
    where.region().ifPresent(region -> known.put("partition", new Value.Text(region.partition())));
    where.region().ifPresent(region -> known.put("dns", new Value.Text(region.dnsSuffix())));
    where.account().ifPresent(account -> known.put("account", new Value.Text(account)));
    known.put("name", name(shape, logicalName, urn, inputs));
    known.put("in:path", new Value.Text("/"));
    inputs.values().forEach((key, value) -> known.put("in:" + key, value));

    Map<String, Value> outputs = new HashMap<>();
    Value id = fill(shape.id(), known);
    known.put("id", id);
    if (!shape.nameInput().isEmpty()) {
      outputs.put(shape.nameInput(), known.getOrDefault("name", new Value.Unknown()));
    }
    shape.outputs().forEach((output, form) -> outputs.put(output, fill(form, known)));
    // An id that follows the ARN or the URL is that output.
    Optional<String> idText =
        id.bare() instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
    return new Made(
        Optional.of(idText.orElseGet(() -> logicalName + "-" + OfflineId.hex(urn, 7))),
        Value.Fields.of(outputs));
  }

  // Pulumi names a resource that the program leaves unnamed: the logical name and seven digits.
  private static Value name(
      OfflineTypes.Shape shape, String logicalName, String urn, Value.Fields inputs) {
    Value given = inputs.values().get(shape.nameInput());
    return given != null
        ? given
        : new Value.Text(logicalName + "-" + OfflineId.hex("name of " + urn, 7));
  }

  /** Fills the holes of a form; the result is unknown, or secret, if one of their values is. */
  private static Value fill(String form, Map<String, Value> known) {
    String seed = known.get("seed") instanceof Value.Text text ? text.value() : "";
    Matcher holes = HOLE.matcher(form);
    StringBuilder filled = new StringBuilder();
    boolean secret = false;
    while (holes.find()) {
      String hole = holes.group(1);
      String text;
      if (hole.startsWith("ec2:")) {
        text = OfflineId.ec2(hole.substring(4), hole + seed);
      } else if (hole.startsWith("hex:")) {
        text = OfflineId.hex(hole + seed, Integer.parseInt(hole.substring(4)));
      } else if (hole.startsWith("upper:")) {
        text = OfflineId.upper(hole.substring(6), hole + seed);
      } else if (hole.startsWith("number:")) {
        text = OfflineId.number(hole.substring(7), hole + seed);
      } else if (hole.equals("uuid")) {
        text = OfflineId.uuid(seed);
      } else {
        Value value = known.getOrDefault(hole, new Value.Unknown());
        secret |= value instanceof Value.Secret;
        if (!(value.bare() instanceof Value.Text found)) {
          return new Value.Unknown();
        }
        text = found.value();
      }
      holes.appendReplacement(filled, Matcher.quoteReplacement(text));
    }
    Value result = structured(new Value.Text(holes.appendTail(filled).toString()));
    return secret ? new Value.Secret(result) : result;
  }

  // A form that is JSON makes a list or an object.
  private static Value structured(Value.Text text) {
    return text.value().startsWith("[") || text.value().startsWith("{")
        ? ProviderInputs.decode(text)
        : text;
  }

  /**
   * What a call is answered: where the provider stands. All else is unknown; and since one unknown
   * field makes the whole answer unknown to a program, these answers leave none out.
   */
  public static Value.Fields answer(String token, Whereabouts where) {
    Value.Fields unknown = Value.Fields.of(Map.of("id", new Value.Unknown()));
    String function = token.substring(token.lastIndexOf(':') + 1);
    if (where.region().isEmpty() || where.account().isEmpty()) {
      return unknown;
    }
    return answer(function, where.region().get(), where.account().get()).orElse(unknown);
  }

  private static Optional<Value.Fields> answer(String function, Region region, String account) {
    Map<String, Value> answer = new HashMap<>();
    answer.put("id", new Value.Text(region.code()));
    switch (function) {
      case "getCallerIdentity" -> {
        String caller = "assumed-role/deploy/preview";
        answer.put("id", new Value.Text(account));
        answer.put("accountId", new Value.Text(account));
        answer.put(
            "arn", new Value.Text("arn:" + region.partition() + ":sts::" + account + ":" + caller));
        answer.put("userId", new Value.Text(OfflineId.upper("AROA", account) + ":preview"));
      }
      case "getPartition" -> {
        answer.put("id", new Value.Text(region.partition()));
        answer.put("partition", new Value.Text(region.partition()));
        answer.put("dnsSuffix", new Value.Text(region.dnsSuffix()));
        answer.put("reverseDnsPrefix", new Value.Text(reversed(region.dnsSuffix())));
      }
      case "getRegion" -> {
        answer.put("name", new Value.Text(region.code()));
        answer.put("description", new Value.Text(region.description()));
        answer.put("endpoint", new Value.Text("ec2." + region + "." + region.dnsSuffix()));
      }
      case "getAvailabilityZones" -> {
        String prefix = AvailabilityZoneId.prefixOf(region);
        answer.put("names", texts(List.of(region + "a", region + "b", region + "c")));
        answer.put("zoneIds", texts(List.of(prefix + "-az1", prefix + "-az2", prefix + "-az3")));
        answer.put("groupNames", texts(List.of(region.code())));
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(Value.Fields.of(answer));
  }

  private static String reversed(String domain) {
    List<String> labels = new ArrayList<>(List.of(domain.split("\\.", -1)));
    Collections.reverse(labels);
    return String.join(".", labels);
  }

  private static Value texts(List<String> texts) {
    return new Value.Items(texts.stream().<Value>map(Value.Text::new).toList());
  }
}
