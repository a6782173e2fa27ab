package io.cellwall.fleet.change;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.change.PropertyDifference;
import io.cellwall.rehearsal.facts.AwsFacts;
import io.cellwall.rehearsal.facts.TypeFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which changes replace a resource, as far as {@link AwsFacts} knows. Of a type that it does not
 * describe, any change may.
 */
final class Replacement {

  private static final Set<String> DESCRIBED = AwsFacts.described();
  private static final Pattern MADE_UP = Pattern.compile("\\{(?:ec2|hex|uuid|number|upper)\\b");
  private static final String PROVIDERS = "pulumi:providers:";

  /** What says where, and as whom, a provider makes its resources. */
  private static final Set<String> OF_A_PROVIDER = Set.of("region", "allowedAccountIds");

  private Replacement() {}

  /**
   * What becomes of a resource of which these inputs differ.
   *
   * @param reasons gets why it is replaced, or may be
   */
  static Action of(String type, List<PropertyDifference> differences, List<String> reasons) {
    Set<String> inputs =
        differences.stream()
            .map(PropertyDifference::input)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Action action = of(type, inputs);
    if (action == Action.REPLACE) {
      Set<String> replacing = new LinkedHashSet<>(inputs);
      replacing.retainAll(AwsFacts.of(type).replaces());
      reasons.add("another " + String.join(", ", replacing) + " makes another resource");
    } else if (action == Action.MAY_REPLACE) {
      reasons.add(
          type.startsWith(PROVIDERS)
              ? "all that it made lies elsewhere"
              : "what replaces this type is not known");
    }
    return action;
  }

  static Action of(String type, Set<String> inputs) {
    if (type.startsWith(PROVIDERS)) {
      return inputs.stream().anyMatch(OF_A_PROVIDER::contains) ? Action.MAY_REPLACE : Action.UPDATE;
    }
    if (inputs.stream().anyMatch(AwsFacts.of(type).replaces()::contains)) {
      return Action.REPLACE;
    }
    return DESCRIBED.contains(type) ? Action.UPDATE : Action.MAY_REPLACE;
  }

  /**
   * Whether the resource that takes a node's place has another id, ARN or name: AWS makes up its
   * id, or the engine its name.
   */
  static boolean isNamedAnew(Node node) {
    if (!DESCRIBED.contains(node.type())) {
      return true;
    }
    TypeFacts facts = AwsFacts.of(node.type());
    String name = facts.shape().nameInput();
    return (!name.isEmpty() && !node.inputs().values().containsKey(name))
        || Stream.concat(Stream.of(facts.shape().id()), facts.outputs().values().stream())
            .anyMatch(form -> MADE_UP.matcher(form).find());
  }
}
