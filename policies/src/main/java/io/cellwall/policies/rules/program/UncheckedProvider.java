package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A provider does not look to whom it speaks: whose account it is in, or whether it is AWS. */
public final class UncheckedProvider implements Rule {

  private static final List<String> SWITCHES = List.of("insecure", "skipRequestingAccountId");
  private static final String METADATA = "ec2MetadataServiceEndpoint";

  /** Where a machine of AWS is told who it is. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of("", "http://169.254.169.254", "http://[fd00:ec2::254]");

  @Override
  public String explanation() {
    return "What stops a provider from acting in another account is that it asks AWS which one it is in: with"
        + " the question skipped, or answered by somebody else, nothing does.";
  }

  @Override
  public String fix() {
    return "leave insecure, skipRequestingAccountId and ec2MetadataServiceEndpoint out";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://www.pulumi.com/registry/packages/aws/installation-configuration/"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.isAwsProvider(node)) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    List<Finding> findings = new ArrayList<>();
    for (String name : SWITCHES) {
      Property.at(node, name).stream()
          .filter(property -> property.scalar().filter("true"::equals).isPresent())
          .forEach(
              property ->
                  findings.add(crossing.violation(name, name + " is true; it must be false")));
    }
    Property.at(node, METADATA).stream()
        .filter(property -> property.scalar().isPresent())
        .filter(property -> !OF_THE_MACHINE.contains(property.scalar().get().replaceAll("/+$", "")))
        .forEach(
            property ->
                findings.add(
                    crossing.violation(
                        METADATA,
                        METADATA
                            + " is set, so that another gives the credentials; it must be left"
                            + " out")));
    return findings;
  }
}
