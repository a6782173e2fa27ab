package io.cellwall.tests.mutants;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.ownership.Home;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the holes of a text, {@code ${who what}}.
 *
 * <ul>
 *   <li>{@code ${home id ec2/vpc}}, {@code ${other arn kms/key data}}: the id or ARN that the stack
 *       of this owner has for the first resource of the type whose name ends so;
 *   <li>{@code ${home account}}, and {@code region}, {@code cidr}, {@code name}, {@code host},
 *       {@code service}: what the inventory says;
 *   <li>{@code ${made pcx}}: an id that nobody has.
 * </ul>
 *
 * <p>Owners are {@code home}, {@code other} (another cell of the zone), {@code partner} (the cell
 * that stands by for home), {@code away} (a cell of another zone), {@code retired}, {@code edge},
 * {@code zone-edge}, {@code away-edge} and {@code nobody}.
 */
final class Placeholders {

  private static final Pattern HOLE =
      Pattern.compile("\\$\\{([a-z-]+) ([a-z-]+)(?: ([A-Za-z0-9:/]+))?(?: ([A-Za-z0-9-]+))?}");

  private static final Map<String, String> STACKS =
      Map.of(
          "other", "eu-west-1-cell-02",
          "partner", "eu-central-1-cell-01",
          "away", "us-east-2-cell-01",
          "retired", "eu-west-1-cell-04",
          "edge", "edge-eu-west-1",
          "zone-edge", "edge-eu",
          "away-edge", "edge-us-east-2",
          "global", "global-edge");

  private final BaseStacks stacks;
  private final ResourceGraph home;

  /**
   * Placeholders as one stack sees them.
   *
   * @param home its graph, with what a mutant has added so far
   */
  Placeholders(BaseStacks stacks, ResourceGraph home) {
    this.stacks = stacks;
    this.home = home;
  }

  String fill(String text) {
    return HOLE.matcher(text).replaceAll(hole -> Matcher.quoteReplacement(of(hole)));
  }

  private String of(MatchResult hole) {
    String who = hole.group(1);
    String what = hole.group(2);
    if (who.equals("made")) {
      return what + "-0badc0ffee0ddf00d";
    }
    if (who.equals("nobody")) {
      return "999999999999";
    }
    String stack = who.equals("home") ? home.stack() : STACKS.getOrDefault(who, who);
    return switch (what) {
      case "id", "arn" -> identity(stack, hole);
      default -> fact(StackName.parse(stack), what);
    };
  }

  private String identity(String stack, MatchResult hole) {
    ResourceGraph graph = stack.equals(home.stack()) ? home : stacks.graph(stack);
    String end = hole.group(4) == null ? "" : hole.group(4);
    Node node = find(graph, Change.token(hole.group(3)), end);
    return hole.group(2).equals("id")
        ? node.id().orElseThrow()
        : node.outputs()
            .text("arn")
            .orElseThrow(() -> new IllegalArgumentException(node.urn() + " has no ARN offline"));
  }

  /** The first node of a type whose name ends so. */
  static Node find(ResourceGraph graph, String type, String end) {
    return graph.nodes().stream()
        .filter(node -> node.type().equals(type) && node.name().endsWith(end))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    graph.stack() + " has no " + type + " whose name ends in \"" + end + "\""));
  }

  private String fact(StackName stack, String what) {
    Inventory inventory = stacks.inventory();
    if (stack instanceof StackName.OfCell of) {
      return fact(inventory, inventory.cell(of.cell()).orElseThrow(), what);
    }
    Home place = stacks.home(stack.value());
    return switch (what) {
      case "account" -> place.account().value();
      case "name" -> stack.value();
      case "region" ->
          (place.regions().size() == 1
                  ? place.regions().get(0)
                  : place.zone().map(Zone::writerRegion).orElseThrow())
              .code();
      case "cidr" -> place.addresses().orElseThrow().toString();
      case "host" -> place.zone().orElseThrow().host().value();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static String fact(Inventory inventory, Cell cell, String what) {
    return switch (what) {
      case "account" -> cell.account().value();
      case "name" -> cell.name().toString();
      case "region" -> cell.region().code();
      case "cidr" -> cell.cidr().toString();
      case "host" -> inventory.hostOf(cell).value();
      case "service" -> cell.facts().orElseThrow().endpointService();
      default -> throw new IllegalArgumentException(what);
    };
  }
}
