package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that cannot be read as what it is: too long, JSON nested too deep or with a key twice, or
 * a policy that is no JSON.
 */
public final class UnreadableText implements Rule {

  @Override
  public Severity severity() {
    return Severity.UNDECIDED;
  }

  @Override
  public String explanation() {
    return "What cannot be read may name anything; of a key that stands twice, AWS may take the"
        + " other value than the one that was judged.";
  }

  @Override
  public String fix() {
    return "shorten the text, or write it as AWS would take it";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    NodeTexts texts = context.texts(node);
    List<Finding> findings = new ArrayList<>();
    for (NodeTexts.Held held : texts.all()) {
      String path = held.path();
      texts
          .json(held.text())
          .problemAt(path)
          .map(problem -> Crossing.of(this, node).undecided(path, path + " " + problem))
          .ifPresent(findings::add);
    }
    return findings;
  }
}
