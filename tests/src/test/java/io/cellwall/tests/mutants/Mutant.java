package io.cellwall.tests.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One mistake in one clean stack, and its benign twin.
 *
 * @param family the file's name without its ending, such as {@code 01-peering}
 * @param name what it is, in words
 * @param stack the stack that it is made in
 * @param before what stands beside it, in the twin too
 * @param resource the mistake
 * @param twin the same, pointing at home
 * @param finds what must be found: a rule's id, or that and the property where it must be
 * @param crossesZone whether what is found leaves the zone, so that no waiver may cover it
 */
record Mutant(
    String family,
    String name,
    String stack,
    List<Change> before,
    Change resource,
    Change twin,
    List<String> finds,
    boolean crossesZone) {

  static final String HOME = "eu-west-1-cell-01";

  private static final Set<String> KEYS =
      Set.of("name", "stack", "before", "resource", "twin", "finds", "crossesZone");

  /**
   * What {@code without} takes from the inputs only, though the change has one of the same name.
   */
  private static final Set<String> CHANGED_ONLY = Set.of("type", "name", "kind", "inputs");

  /** The mutant that a file's entry describes. */
  static Mutant of(String family, String stack, Map<String, Object> entry) {
    String name = Yaml.text(entry, "name").orElseThrow();
    Yaml.only(family + ": " + name, entry, KEYS);
    List<Change> before = new ArrayList<>();
    Yaml.list(entry.get("before")).forEach(each -> before.add(Change.of(Yaml.map(each))));
    Map<String, Object> resource = Yaml.map(entry.get("resource"));
    return new Mutant(
        family,
        name,
        Yaml.text(entry, "stack").orElse(stack),
        before,
        Change.of(resource),
        Change.of(over(resource, Yaml.map(entry.get("twin")))),
        Yaml.list(entry.get("finds")).stream().map(Object::toString).toList(),
        Boolean.TRUE.equals(entry.get("crossesZone")));
  }

  // The twin says only what is different, and what it is without.
  private static Map<String, Object> over(Map<String, Object> resource, Map<String, Object> twin) {
    Map<String, Object> inputs = new TreeMap<>(Yaml.map(resource.get("inputs")));
    inputs.putAll(Yaml.map(twin.get("inputs")));
    List<?> without = Yaml.list(twin.get("without"));
    without.forEach(inputs::remove);
    Map<String, Object> merged = new TreeMap<>(resource);
    merged.putAll(twin);
    merged.put("inputs", inputs);
    merged.remove("without");
    without.stream().filter(key -> !CHANGED_ONLY.contains(key)).forEach(merged::remove);
    return merged;
  }

  /** The rules that must find it. */
  Set<String> rules() {
    return Set.copyOf(finds.stream().map(find -> find.split(" ", 2)[0]).toList());
  }

  @Override
  public String toString() {
    return family + ": " + name;
  }
}
