package io.cellwall.policies.rules.program;

import io.cellwall.policies.census.Census;
import io.cellwall.policies.census.PropertyKind;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A resource ignores changes of a property that could cross a wall. */
public final class IgnoredBoundary implements Rule {

  /** What others legitimately change at run time: sizes, and versions that AWS moves on. */
  private static final Set<PropertyKind> HARMLESS =
      EnumSet.of(
          PropertyKind.NOTHING,
          PropertyKind.NUMBER,
          PropertyKind.SETTING,
          PropertyKind.WORDS,
          PropertyKind.CREDENTIAL);

  @Override
  public String explanation() {
    return "An ignored property keeps whatever the cloud has: the rules judge the program's value"
        + " while another one holds.";
  }

  @Override
  public String fix() {
    return "take the property out of ignoreChanges";
  }

  @Override
  public List<URI> references() {
    return List.of(URI.create("https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return node.options().ignoreChanges().stream()
        .filter(path -> !harmless(node, path))
        .map(
            path ->
                Crossing.of(this, node)
                    .violation(
                        "ignoreChanges[" + path + "]",
                        "it ignores changes of "
                            + path
                            + ", whose value could cross a wall; it must ignore sizes and versions"
                            + " only"))
        .toList();
  }

  private static boolean harmless(Node node, String path) {
    return Census.provided().kindOf(node.type(), path).filter(HARMLESS::contains).isPresent();
  }
}
