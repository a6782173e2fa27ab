package io.cellwall.fleet.report;

import io.cellwall.fleet.change.ChangeOutline;
import io.cellwall.fleet.change.Changed;
import io.cellwall.fleet.graph.TestStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Pages to look at. */
final class Examples {

  /** What somebody might write into an inventory. */
  static final String HOSTILE =
      "\"><img src=x onerror=alert(1)><script>window.stolen=1</script>' onfocus='alert(2) {{ 7*7 }}"
          + " \u202e]]> --> </style></svg> \u0007javascript:alert(3)";

  private static final JsonMapper JSON = JsonMapper.shared();

  private Examples() {}

  /** The example fleet, of whose stacks those of zone {@code in} were looked at. */
  static Page zoneIn() {
    return Pages.of(ExampleSurvey.zoneIn(), Optional.empty());
  }

  /**
   * The same with the blast radius, and what changes: a cell loses a table, gets a queue and
   * another retention, two others get that too.
   */
  static Page changed() {
    Changed changed = new Changed();
    for (String cell : List.of("ap-south-1-cell-01", "ap-south-2-cell-01", "eu-west-1-cell-03")) {
      TestStack before = stack(cell, 365);
      TestStack after = stack(cell, 731);
      if (cell.equals("ap-south-2-cell-01")) {
        before.with("aws:dynamodb/table:Table", cell + "-jobs", Map.of("hashKey", "id"));
        after.with("aws:sqs/queue:Queue", cell + "-queue", Map.of("name", cell + "-queue"));
      }
      changed.stack(before.graph(), after.graph());
    }
    return Pages.of(ExampleSurvey.withRadius(), Optional.of(ChangeOutline.of(changed.change())));
  }

  private static TestStack stack(String cell, int days) {
    return new TestStack(cell, "111111111111", "eu-west-1")
        .with(
            "aws:cloudwatch/logGroup:LogGroup",
            cell + "-flow-logs",
            Map.of("name", "/" + cell + "/flow", "retentionInDays", days));
  }

  /** A page with so many cells, each with as much to say as a real one. */
  static Page withCells(int cells) {
    Survey survey = ExampleSurvey.withCells(cells);
    Page page = Pages.of(survey, Optional.empty());
    ObjectNode model =
        JSON.valueToTree(
            zoneIn().zones().stream()
                .flatMap(zone -> zone.stacks().stream())
                .filter(stack -> stack.name().equals("ap-south-2-cell-01"))
                .findFirst()
                .orElseThrow());
    Map<String, List<StackEntry>> entries =
        survey.inventory().cells().values().stream()
            .map(
                cell -> {
                  ObjectNode entry = model.deepCopy();
                  entry.put("name", cell.name().toString());
                  entry.put("zone", cell.zone().value());
                  entry.put("search", cell.name() + " zone:" + cell.zone());
                  return JSON.treeToValue(entry, StackEntry.class);
                })
            .collect(Collectors.groupingBy(StackEntry::zone));
    ObjectNode whole = JSON.valueToTree(page);
    for (JsonNode zone : whole.path("zones")) {
      ((ObjectNode) zone)
          .set("stacks", JSON.valueToTree(entries.get(zone.path("name").asString())));
    }
    return JSON.treeToValue(whole, Page.class);
  }

  /**
   * A page where each text that comes from somebody is hostile. Left as they are: names of zones,
   * regions and stacks, which the inventory's own types restrict, and words of ours.
   */
  static Page hostile() {
    return poisoned(JSON.valueToTree(changed()), HOSTILE);
  }

  /** The page of the change, with that in the place of whatever others write; without the map. */
  static Page saying(String text) {
    ObjectNode whole = JSON.valueToTree(changed());
    whole.putArray("zones");
    return poisoned(whole, text);
  }

  private static Page poisoned(ObjectNode whole, String text) {
    whole.set(
        "waivers",
        JSON.valueToTree(
            List.of(new Page.Waived("fleet", "x", "x", "x", "x", "x", "x", 3, "warning"))));
    poison(whole, text);
    return JSON.treeToValue(whole, Page.class);
  }

  private static final List<String> OURS =
      List.of(
          "level", "name", "zone", "stack", "kind", "path", "state", "release", "region", "search");

  private static void poison(JsonNode node, String text) {
    if (node instanceof ObjectNode object) {
      for (String field : List.copyOf(object.propertyNames())) {
        JsonNode value = object.path(field);
        if (value.isString() && !OURS.contains(field)) {
          object.put(field, text);
        } else {
          poison(value, text);
        }
      }
    } else if (node instanceof ArrayNode array) {
      List<JsonNode> items = new ArrayList<>();
      array.forEach(
          item -> {
            poison(item, text);
            items.add(item.isString() ? StringNode.valueOf(text) : item);
          });
      array.removeAll().addAll(items);
    }
  }
}
