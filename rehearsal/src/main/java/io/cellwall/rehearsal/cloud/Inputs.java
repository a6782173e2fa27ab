package io.cellwall.rehearsal.cloud;

import io.cellwall.policies.graph.Value;
import io.cellwall.rehearsal.facts.AwsFacts;
import io.cellwall.rehearsal.sdk.SdkType;
import io.cellwall.rehearsal.sdk.SdkTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the provider does with inputs before AWS sees them. */
public final class Inputs {

  private static final String TAGS = "tags";

  private Inputs() {}

  /**
   * The inputs with a name, if the program gave none, and with the provider's default tags.
   *
   * @param name logical name in the program
   * @param old the inputs of what exists; its name stays
   * @param digits what a made-up name ends with
   */
  public static Value.Fields completed(
      String type,
      String name,
      Value.Fields given,
      Optional<Value.Fields> old,
      String digits,
      SortedMap<String, Value> defaultTags) {
    Map<String, Value> inputs = new TreeMap<>(given.values());
    inputs.remove("__defaults");
    String nameInput = nameInput(type);
    if (!nameInput.isEmpty() && !inputs.containsKey(nameInput)) {
      inputs.put(
          nameInput,
          old.map(each -> each.values().get(nameInput))
              .orElseGet(() -> new Value.Text(name + "-" + digits)));
    }
    boolean tagged = SdkTypes.find(type).flatMap(each -> each.input(TAGS)).isPresent();
    if (tagged && !defaultTags.isEmpty()) {
      Map<String, Value> tags = new TreeMap<>(defaultTags);
      Value own = inputs.getOrDefault(TAGS, Value.Fields.none());
      if (own instanceof Value.Fields fields) {
        tags.putAll(fields.values());
        inputs.put(TAGS, Value.Fields.of(tags));
      }
    }
    return Value.Fields.of(inputs);
  }

  // Of a type that is not described: a name that need not be given and that always comes back.
  private static String nameInput(String type) {
    String known = AwsFacts.of(type).shape().nameInput();
    if (!known.isEmpty() || AwsFacts.described().contains(type)) {
      return known;
    }
    return SdkTypes.find(type)
        .filter(each -> each.input("name").filter(in -> !in.required()).isPresent())
        .filter(each -> each.output("name").filter(SdkType.Property::required).isPresent())
        .map(each -> "name")
        .orElse("");
  }

  /** What is wrong with the inputs: the required ones that are missing. */
  public static List<String> missing(String type, Value.Fields inputs) {
    List<String> missing = new ArrayList<>();
    for (SdkType.Property input : SdkTypes.find(type).map(SdkType::inputs).orElse(List.of())) {
      if (input.required() && !inputs.values().containsKey(input.name())) {
        missing.add(input.name());
      }
    }
    return missing;
  }

  /** The inputs that differ, by name; true where the change makes a new resource. */
  public static SortedMap<String, Boolean> changed(
      String type, Value.Fields old, Value.Fields wanted) {
    TreeSet<String> names = new TreeSet<>(old.values().keySet());
    names.addAll(wanted.values().keySet());
    TreeMap<String, Boolean> changed = new TreeMap<>();
    for (String name : names) {
      Value before = old.values().getOrDefault(name, new Value.Null());
      Value after = wanted.values().getOrDefault(name, new Value.Null());
      if (!before.equals(after)) {
        changed.put(name, AwsFacts.of(type).replaces().contains(name));
      }
    }
    return changed;
  }

  /** Tells whether the program itself named the resource, so that two cannot exist at once. */
  public static boolean isNamed(String type, String name, Value.Fields inputs) {
    return inputs
        .text(nameInput(type))
        .filter(given -> !given.matches(Pattern.quote(name) + "-[0-9a-f]{7}"))
        .isPresent();
  }
}
