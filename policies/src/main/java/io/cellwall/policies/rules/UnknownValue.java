package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A value is not known yet, and nothing proves that it stays inside the wall.
 *
 * <p>The proof is the dependency: every resource that the value derives from is declared by the
 * stack itself, and so judged itself. A value that derives from what was read is not proven.
 */
public final class UnknownValue implements Rule {

  @Override
  public Severity severity() {
    return Severity.UNDECIDED;
  }

  @Override
  public String explanation() {
    return "A value that is unknown in a preview may become anything in the deployment; what is"
        + " not decided must block.";
  }

  @Override
  public String fix() {
    return "wire the value from a resource of this stack so that it carries its resource as a"
        + " dependency, or compute it from the inventory";
  }

  @Override
  public List<URI> references() {
    return List.of(URI.create("https://www.pulumi.com/docs/iac/concepts/inputs-outputs/"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    Map<String, String> firstByProperty = new LinkedHashMap<>();
    for (String path : context.references(node).unknown()) {
      firstByProperty.putIfAbsent(Value.Fields.first(path), path);
    }
    return firstByProperty.entrySet().stream()
        .flatMap(entry -> undischarged(node, entry.getKey(), entry.getValue(), context).stream())
        .toList();
  }

  private List<Finding> undischarged(Node node, String property, String path, RuleContext context) {
    SortedSet<String> sources = node.propertyDependencies().getOrDefault(property, new TreeSet<>());
    String start = path + " is not known yet, and ";
    String missing = "; the proof by dependency is missing, and so is the value at deployment";
    if (sources.isEmpty()) {
      return List.of(
          Crossing.of(this, node)
              .undecided(path, start + "nothing says what it derives from" + missing));
    }
    return sources.stream()
        .filter(urn -> context.graph().find(urn).filter(UnknownValue::isInside).isEmpty())
        .limit(1)
        .map(
            urn ->
                Crossing.of(this, node)
                    .undecided(
                        path,
                        start
                            + "it derives from "
                            + urn
                            + ", which this stack does not make"
                            + missing))
        .toList();
  }

  private static boolean isInside(Node source) {
    return switch (source.kind()) {
      case RESOURCE -> source.options().importId().isEmpty();
      case PROVIDER, COMPONENT -> true;
      case READ, INVOKE, OPAQUE -> false;
    };
  }
}
