package io.cellwall.policies.rules.compute;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model is asked through a profile that sends the request to whichever region is free. */
public final class CrossRegionInference implements Rule {

  private static final List<String> VENDORS =
      List.of(
          "ai21",
          "amazon",
          "anthropic",
          "cohere",
          "deepseek",
          "luma",
          "meta",
          "mistral",
          "openai",
          "qwen",
          "stability",
          "twelvelabs",
          "writer");

  private static final Pattern PROFILE =
      Pattern.compile(
          "(?<![A-Za-z0-9.-])(?:us|us-gov|eu|apac|jp|au|ca|global)\\.(?:"
              + String.join("|", VENDORS)
              + ")\\.[a-z0-9*-]+");

  /** A part of every profile's name, far quicker to look for. */
  private static final List<String> MARKS =
      VENDORS.stream().map(vendor -> "." + vendor + ".").toList();

  @Override
  public String explanation() {
    return "AWS's groups of regions for inference are no legal zones: a request is"
        + " processed, and may be logged, in a region that the zone does not have.";
  }

  @Override
  public String fix() {
    return "name the model itself, in the stack's region";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (NodeTexts.Held held : context.texts(node).all()) {
      if (MARKS.stream().noneMatch(held.text()::contains)) {
        continue;
      }
      Matcher profile = PROFILE.matcher(held.text());
      if (profile.find()) {
        findings.add(
            Crossing.of(this, node)
                .violation(
                    held.path(),
                    held.path()
                        + " names "
                        + (held.secret() ? "(secret)" : profile.group())
                        + ", which infers in several regions; it must be a model in "
                        + context.home().regions()));
      }
    }
    return findings;
  }
}
