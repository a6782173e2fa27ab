package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A registry of images that everybody reads, kept in one region for the world. */
public final class PublicRegistry implements Rule {

  private static final Set<String> TYPES =
      Set.of(
          "aws:ecrpublic/repository:Repository", "aws:ecrpublic/repositoryPolicy:RepositoryPolicy");

  @Override
  public String explanation() {
    return "Its images are served to everybody and lie in us-east-1, whatever the zone.";
  }

  @Override
  public String fix() {
    return "use a private repository: aws:ecr/repository:Repository";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/AmazonECR/latest/public/what-is-ecr.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return node.kind() == Node.Kind.RESOURCE && TYPES.contains(node.type())
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "type",
                    "it is a "
                        + node.type()
                        + ", which everybody may read; it must be a private one"))
        : List.of();
  }
}
