package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.regions.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ARNs, accounts and regions of what a graph declares. Unknown parts are wildcards. */
final class Arns {

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  /** The provider's modules whose ARNs bear another name, as far as policies stand there. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "efs", "elasticfilesystem",
          "opensearch", "es",
          "elasticsearch", "es",
          "msk", "kafka",
          "sesv2", "ses",
          "s3control", "s3",
          "acmpca", "acm-pca",
          "ecrpublic", "ecr-public",
          "lb", "elasticloadbalancing");

  private final ResourceGraph graph;

  Arns(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The only account that the node's provider may work in. */
  Optional<String> account(Node node) {
    List<String> found = new ArrayList<>();
    node.provider()
        .flatMap(graph::find)
        .map(provider -> provider.inputs().values().get("allowedAccountIds"))
        .ifPresent(ids -> ids.walk("", false, (path, text, secret) -> find(text, found)));
    if (found.isEmpty()) {
      node.outputs().text("arn").ifPresent(arn -> find(arn, found));
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static void find(String text, List<String> found) {
    Matcher ids = ACCOUNT.matcher(text);
    while (ids.find()) {
      if (!found.contains(ids.group())) {
        found.add(ids.group());
      }
    }
  }

  /** The region that the node's provider works in. */
  Optional<String> region(Node node) {
    return node.provider()
        .flatMap(graph::find)
        .flatMap(provider -> provider.inputs().text("region"));
  }

  /** The node that a property names, if it is one of the graph that has an ARN. */
  Optional<Node> named(Node by, String property) {
    Value value = by.inputs().values().getOrDefault(property, new Value.Null()).bare();
    if (value instanceof Value.Text text) {
      return graph.named(text.value()).stream().filter(Arns::hasArn).findFirst();
    }
    List<Node> from =
        by
            .propertyDependencies()
            .getOrDefault(property, java.util.Collections.emptySortedSet())
            .stream()
            .flatMap(urn -> graph.find(urn).stream())
            .filter(Arns::hasArn)
            .toList();
    return value instanceof Value.Unknown && from.size() == 1
        ? Optional.of(from.get(0))
        : Optional.empty();
  }

  private static boolean hasArn(Node node) {
    return node.kind() == Node.Kind.RESOURCE && node.outputs().text("arn").isPresent();
  }

  /** The ARNs of a node and its parts. */
  List<Glob> of(Node node) {
    return node.outputs().text("arn").map(Arns::withParts).orElseGet(() -> anyOf(node));
  }

  /** The ARNs of what a property names and no node is. */
  List<Glob> of(Node by, String property) {
    String text = by.inputs().text(property).orElse("");
    if (text.startsWith("arn:")) {
      return withParts(text);
    }
    return !text.isEmpty() && service(by).equals("s3")
        ? withParts("arn:*:s3:::" + text)
        : anyOf(by);
  }

  private static List<Glob> withParts(String arn) {
    return List.of(Glob.parse(arn), Glob.parse(arn + "/*"), Glob.parse(arn + ":*"));
  }

  /**
   * Whatever of its service there is in its account, and in its region where that is known. A part
   * that is known says so: a wildcard there would stand for colons too, and so for other services.
   */
  private List<Glob> anyOf(Node node) {
    String service = service(node);
    List<String> accounts = new ArrayList<>(List.of(account(node).orElse("*")));
    if (service.equals("s3") || service.equals("apigateway")) {
      accounts.add("");
    }
    Optional<Region> region = region(node).filter(Region::isRegion).map(Region::parse);
    String partition = region.map(Region::partition).orElse("*");
    // What has no region, though its provider has one, has none in its ARN.
    List<String> regions = region.map(each -> List.of(each.code(), "")).orElse(List.of("*"));
    return accounts.stream()
        .flatMap(
            account ->
                regions.stream()
                    .map(
                        each ->
                            Glob.parse(
                                "arn:%s:%s:%s:%s:*".formatted(partition, service, each, account))))
        .toList();
  }

  private static String service(Node node) {
    String module = PolicyProperties.module(node.type());
    String name = module.substring(0, Math.max(0, module.indexOf('/')));
    if (name.equals("cloudwatch")) {
      return module.startsWith("cloudwatch/event") ? "events" : "logs";
    }
    return SERVICES.getOrDefault(name, name);
  }
}
