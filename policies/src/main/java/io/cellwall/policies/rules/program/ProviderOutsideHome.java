package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Region;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A provider is not pinned to the account and the region of its stack. */
public final class ProviderOutsideHome implements Rule {

  private static final Pattern AWS_ENDPOINT =
      Pattern.compile("(?:https://)?[a-z0-9.-]+\\.(?:amazonaws\\.com(?:\\.cn)?|api\\.aws)/?");

  @Override
  public String explanation() {
    return "All that a provider makes, it makes in its region and in the account its credentials"
        + " open: allowedAccountIds stops it before it acts in another.";
  }

  @Override
  public String fix() {
    return "set the provider's region and allowedAccountIds from the inventory";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://www.pulumi.com/registry/packages/aws/api-docs/provider/"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/aws-account-management-and-separation.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.isAwsProvider(node)) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    List<Finding> findings = new ArrayList<>();
    region(node, context.home(), crossing).ifPresent(findings::add);
    account(node, context.home(), crossing).ifPresent(findings::add);
    endpoints(node, crossing, findings);
    proxies(node, crossing, findings);
    return findings;
  }

  private static Optional<Finding> region(Node node, Home home, Crossing crossing) {
    Value value = node.inputs().values().getOrDefault("region", new Value.Null());
    String must = "; it must be " + one(home.regions());
    if (value.bare() instanceof Value.Unknown) {
      return Optional.of(crossing.undecided("region", "region is not known yet" + must));
    }
    if (!(value.bare() instanceof Value.Text text)) {
      return Optional.of(crossing.violation("region", "region is not set" + must));
    }
    return Stream.concat(home.regions().stream(), home.regionsByDesign().stream())
            .map(Region::code)
            .anyMatch(text.value()::equals)
        ? Optional.empty()
        : Optional.of(crossing.violation("region", "region is " + shown(value) + must));
  }

  private static String one(List<Region> regions) {
    return regions.size() == 1 ? regions.get(0).code() : "one of " + regions;
  }

  private static Optional<Finding> account(Node node, Home home, Crossing crossing) {
    String property = "allowedAccountIds";
    Value value = node.inputs().values().getOrDefault(property, new Value.Null());
    String must = "; it must be [" + home.account() + "]";
    List<String> ids = new ArrayList<>();
    boolean[] unknown = {false};
    value.walk(
        property,
        false,
        new Value.Visitor() {
          @Override
          public void text(String path, String text, boolean secret) {
            ids.add(text);
          }

          @Override
          public void unknown(String path) {
            unknown[0] = true;
          }
        });
    if (unknown[0]) {
      return Optional.of(crossing.undecided(property, property + " is not known yet" + must));
    }
    if (ids.isEmpty()) {
      return Optional.of(crossing.violation(property, property + " is not set" + must));
    }
    return ids.equals(List.of(home.account().value()))
        ? Optional.empty()
        : Optional.of(
            crossing.violation(
                property,
                property + " is " + (value instanceof Value.Secret ? "(secret)" : ids) + must));
  }

  private static void endpoints(Node node, Crossing crossing, List<Finding> findings) {
    node.inputs()
        .values()
        .getOrDefault("endpoints", new Value.Null())
        .walk(
            "endpoints",
            false,
            (path, text, secret) -> {
              if (!AWS_ENDPOINT.matcher(text).matches()) {
                findings.add(
                    crossing.violation(
                        path,
                        path
                            + " is "
                            + (secret ? "(secret)" : text)
                            + "; it must be an endpoint of AWS"));
              }
            });
  }

  // A proxy sees every call, and may end the encryption.
  private static void proxies(Node node, Crossing crossing, List<Finding> findings) {
    for (String property : List.of("customCaBundle", "httpProxy", "httpsProxy")) {
      node.inputs()
          .text(property)
          .filter(text -> !text.isEmpty())
          .ifPresent(
              text ->
                  findings.add(
                      crossing.violation(
                          property,
                          property
                              + " is set, so that another sees what is made; calls must go to AWS"
                              + " itself")));
    }
  }

  private static String shown(Value value) {
    return value instanceof Value.Text text ? text.value() : "(secret)";
  }
}
