package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Properties of resource types that open a wall by their value, or by being left out. */
public final class Settings {

  private final Map<String, List<Setting>> byType = new HashMap<>();

  private record Setting(
      String property, Set<String> wrong, Optional<String> byDefault, String must) {}

  private Settings() {}

  /** No properties yet. */
  public static Settings none() {
    return new Settings();
  }

  /**
   * The same with one more.
   *
   * @param type the resource type
   * @param property its name, keys with dots between them
   * @param must what it must be, after "it must"
   * @param wrong the values that are wrong, true and false as texts
   */
  public Settings wrong(String type, String property, String must, String... wrong) {
    return with(type, new Setting(property, Set.of(wrong), Optional.empty(), must));
  }

  /**
   * The same with one more that is wrong where it is left out, too.
   *
   * @param wrong the values that are wrong, first the one that the provider or AWS takes by default
   */
  public Settings wrongByDefault(String type, String property, String must, String... wrong) {
    Set<String> values = Set.copyOf(Arrays.asList(wrong));
    return with(type, new Setting(property, values, Optional.of(wrong[0]), must));
  }

  private Settings with(String type, Setting setting) {
    Settings more = new Settings();
    more.byType.putAll(byType);
    List<Setting> settings = new ArrayList<>(byType.getOrDefault(type, List.of()));
    settings.add(setting);
    more.byType.put(type, settings);
    return more;
  }

  /** What the rule finds of these in a node. */
  public List<Finding> judge(Rule rule, Node node) {
    if (node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Setting setting : byType.getOrDefault(node.type(), List.of())) {
      findings.addAll(judge(Crossing.of(rule, node), setting, node));
    }
    return findings;
  }

  private static List<Finding> judge(Crossing crossing, Setting setting, Node node) {
    String must = "; it must " + setting.must();
    List<Property> given =
        Property.at(node, setting.property()).stream()
            .filter(property -> !(property.value() instanceof Value.Null))
            .toList();
    if (given.isEmpty() && setting.byDefault().isPresent() && !isUnknown(node, setting)) {
      String path = setting.property();
      return List.of(
          crossing.violation(
              path, path + " is left out, so it is " + setting.byDefault().get() + must));
    }
    return given.stream()
        .filter(property -> property.scalar().filter(setting.wrong()::contains).isPresent())
        .map(
            property ->
                crossing.violation(
                    property.path(), property.path() + " is " + property.shown() + must))
        .toList();
  }

  // Something on the way to it is not known yet, which is another rule's to say.
  private static boolean isUnknown(Node node, Setting setting) {
    String name = setting.property();
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (Property.at(node, name.substring(0, dot)).stream()
          .anyMatch(property -> property.value() instanceof Value.Unknown)) {
        return true;
      }
    }
    return false;
  }
}
