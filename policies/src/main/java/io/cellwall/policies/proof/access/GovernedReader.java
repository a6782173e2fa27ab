package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a stack has of policies, grants and access lists, each document once. */
final class GovernedReader {

  private static final String ROLE = "aws:iam/role:Role";
  private static final String TRUST = "assumeRolePolicy";

  private final Arns arns;
  private final Map<String, Gathered> gathered = new LinkedHashMap<>();

  /** What is known so far of one resource. */
  private static final class Gathered {
    private final List<Glob> arns;
    private final Optional<String> account;
    private final Optional<String> region;
    private final boolean role;
    private final List<PolicyDocument> policies = new ArrayList<>();
    private final List<PolicyDocument> grants = new ArrayList<>();
    private final List<PolicyPlace> places = new ArrayList<>();

    Gathered(List<Glob> arns, Optional<String> account, Optional<String> region, boolean role) {
      this.arns = arns;
      this.account = account;
      this.region = region;
      this.role = role;
    }

    Governed governed(String stack) {
      Resource resource =
          new Resource(arns, account, region, policies, grants, List.of(), Facts.NONE);
      return new Governed(stack, resource, places, role);
    }
  }

  private GovernedReader(ResourceGraph graph) {
    this.arns = new Arns(graph);
  }

  static List<Governed> read(ResourceGraph graph) {
    GovernedReader reader = new GovernedReader(graph);
    for (Node node : graph.nodes()) {
      if (node.kind() == Node.Kind.RESOURCE && PolicyProperties.mayLetIn(node.type())) {
        reader.read(node);
      }
    }
    return reader.gathered.values().stream().map(each -> each.governed(graph.stack())).toList();
  }

  private void read(Node node) {
    node.inputs()
        .values()
        .forEach((property, value) -> value.walk(property, false, new Policies(node)));
    GrantTable.Grant grant = GrantTable.of(node.type());
    if (grant != null
        && grant.principals().stream()
            .anyMatch(property -> node.inputs().values().containsKey(property))) {
      PolicyPlace place = place(node, grant.principals().get(0), false);
      grant(node, grant.subject(), place, GrantReader.read(place, node, grant));
    }
    if (node.type().startsWith("aws:s3/bucket")) {
      PolicyPlace place = place(node, "acl", false);
      String subject = node.inputs().values().containsKey("bucket") ? "bucket" : "";
      GrantReader.ofAcl(place, node).ifPresent(document -> grant(node, subject, place, document));
    }
  }

  private void grant(Node node, String subject, PolicyPlace place, PolicyDocument document) {
    Gathered on = of(node, subject);
    on.grants.add(document);
    on.places.add(place);
  }

  private PolicyPlace place(Node node, String property, boolean secret) {
    return new PolicyPlace(node.urn(), property, secret);
  }

  private Gathered of(Node node, String subject) {
    Optional<Node> named = subject.isEmpty() ? Optional.of(node) : arns.named(node, subject);
    return gathered.computeIfAbsent(
        named.map(Node::urn).orElse(node.urn()),
        urn ->
            new Gathered(
                named.map(arns::of).orElseGet(() -> arns.of(node, subject)),
                arns.account(node),
                arns.region(node),
                node.type().equals(ROLE)));
  }

  /** Finds the policies among the values of a node. */
  private final class Policies implements Value.Visitor {
    private final Node node;

    Policies(Node node) {
      this.node = node;
    }

    @Override
    public void text(String path, String text, boolean secret) {
      if (isIdentity(path)) {
        return;
      }
      boolean letsIn = text.contains("Principal") || text.contains("\\u");
      boolean policy = text.contains("Statement") || text.contains("\\u");
      if (letsIn && (policy || PolicyProperties.holdsPolicy(node.type(), name(path)))) {
        add(path, text, secret);
      }
    }

    @Override
    public void unknown(String path) {
      if (!isIdentity(path) && PolicyProperties.holdsPolicy(node.type(), name(path))) {
        add(path, String.valueOf(PolicyText.UNKNOWN), false);
      }
    }

    private void add(String path, String text, boolean secret) {
      PolicyKind kind =
          node.type().equals(ROLE) && path.equals(TRUST) ? PolicyKind.TRUST : PolicyKind.RESOURCE;
      PolicyPlace place = place(node, path, secret);
      Gathered on = of(node, PolicyProperties.subjectOf(node.type()).orElse(""));
      on.policies.add(PolicyParser.parse(place.document(), kind, text));
      on.places.add(place);
    }

    /** A role also holds what it may do itself. */
    private boolean isIdentity(String path) {
      return node.type().equals(ROLE) && !path.equals(TRUST);
    }

    private static String name(String path) {
      return path.substring(path.lastIndexOf('.') + 1);
    }
  }
}
