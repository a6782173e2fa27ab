package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource that can have tags lacks the cell's or the zone's, or has another's. */
public final class MissingTags implements Rule {

  @Override
  public String explanation() {
    return "Tags say of each resource whose it is: bills, alarms, incident response and conditions"
        + " in policies go by them.";
  }

  @Override
  public String fix() {
    return "set the tags once, as defaultTags of the provider";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE || !context.types().taggable(node.type())) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, String> tag : context.home().tags().entrySet()) {
      finding(node, tag.getKey(), tag.getValue(), context).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> finding(Node node, String key, String must, RuleContext context) {
    Optional<Value> tag = tag(node, key, context);
    String property = "tags." + key;
    String end = "; it must be \"" + must + "\"";
    Crossing crossing = Crossing.of(this, node);
    if (tag.isEmpty()) {
      return Optional.of(crossing.violation(property, property + " is missing" + end));
    }
    if (tag.get().bare() instanceof Value.Text text) {
      return text.value().equals(must)
          ? Optional.empty()
          : Optional.of(
              crossing.violation(
                  property,
                  property
                      + " is "
                      + (tag.get() instanceof Value.Secret
                          ? "(secret)"
                          : "\"" + text.value() + "\"")
                      + end));
    }
    return Optional.of(crossing.undecided(property, property + " is not known yet" + end));
  }

  // The resource's own tags win over the provider's.
  private static Optional<Value> tag(Node node, String key, RuleContext context) {
    Optional<Value> own = in(Optional.ofNullable(node.inputs().values().get("tags")), key);
    return own.isPresent()
        ? own
        : in(
            context
                .providerOf(node)
                .flatMap(
                    inputs -> in(Optional.ofNullable(inputs.values().get("defaultTags")), "tags")),
            key);
  }

  private static Optional<Value> in(Optional<Value> object, String key) {
    return object.flatMap(
        value ->
            value.bare() instanceof Value.Fields fields
                ? Optional.ofNullable(fields.values().get(key))
                : value.bare() instanceof Value.Unknown
                    ? Optional.of(new Value.Unknown())
                    : Optional.empty());
  }
}
