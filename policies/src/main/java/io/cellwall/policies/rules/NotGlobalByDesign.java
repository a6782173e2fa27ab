package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.GlobalByDesign;
import io.cellwall.regions.model.Region;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A resource is made outside the stack's zone and is not on the list of what AWS runs there by its
 * own design, {@link GlobalByDesign}.
 */
public final class NotGlobalByDesign implements Rule {

  private static final String KEY = "aws:kms/key:Key";

  @Override
  public String explanation() {
    return "Outside a zone's regions there may be only what AWS has nowhere else and what no"
        + " tenant's data passes through; the list says for each why none does.";
  }

  @Override
  public String fix() {
    return "use a provider in a region of the zone";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    Optional<String> region = context.providerOf(node).flatMap(inputs -> inputs.text("region"));
    if (node.kind() != Node.Kind.RESOURCE
        || region.isEmpty()
        || context.home().regions().stream().map(Region::code).anyMatch(region.get()::equals)) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    boolean listed =
        GlobalByDesign.withRegion().stream()
            .filter(each -> each.region().filter(at -> at.code().equals(region.get())).isPresent())
            .anyMatch(each -> each.types().contains(node.type()));
    if (!listed) {
      return List.of(
          crossing
              .violation(
                  "provider",
                  "it is made in "
                      + region.get()
                      + ", outside the zone; it must lie in "
                      + context.home().regions())
              .acrossZones());
    }
    return node.type().equals(KEY) && !signsOnly(node)
        ? List.of(
            crossing
                .violation(
                    "keyUsage",
                    "it is a key in "
                        + region.get()
                        + ", outside the zone, that could encrypt; it must have customerMasterKeySpec"
                        + " ECC_NIST_P256 and keyUsage SIGN_VERIFY")
                .acrossZones())
        : List.of();
  }

  private static boolean signsOnly(Node node) {
    return is(node, "customerMasterKeySpec", "ECC_NIST_P256")
        && is(node, "keyUsage", "SIGN_VERIFY");
  }

  private static boolean is(Node node, String input, String text) {
    return new Value.Text(text).equals(node.inputs().values().get(input));
  }
}
