package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider takes its credentials from a named profile, a file or a written key, and nothing says
 * that they are this stack's.
 */
public final class ForeignProfile implements Rule {

  private static final List<String> CREDENTIALS =
      List.of("accessKey", "profile", "sharedConfigFiles", "sharedCredentialsFiles");

  @Override
  public String explanation() {
    return "Credentials decide in whose name everything is made; a profile is whatever the"
        + " file of the machine says.";
  }

  @Override
  public String fix() {
    return "take the credentials from the environment of the deployment, or name the"
        + " profile after this stack";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_unique.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.isAwsProvider(node)) {
      return List.of();
    }
    String stack = context.home().stack().value();
    List<Finding> findings = new ArrayList<>();
    for (String property : CREDENTIALS) {
      node.inputs()
          .values()
          .getOrDefault(property, new Value.Null())
          .walk(
              property,
              false,
              (path, text, secret) -> {
                if (!text.contains(stack)) {
                  findings.add(
                      Crossing.of(this, node)
                          .violation(
                              path,
                              path
                                  + " is set, and nothing says whose credentials those are; it must"
                                  + " name "
                                  + stack
                                  + " or not be set"));
                }
              });
    }
    return findings;
  }
}
