package io.cellwall.policies.cdk;

import io.cellwall.policies.cloudformation.Template;
import io.cellwall.policies.cloudformation.Templates;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.rules.Rule;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.PolicyValidationPluginReport;
import software.amazon.awscdk.PolicyViolation;

/**
 * Judges what an app of the CDK synthesizes by every rule of the product, and fails the synth where
 * something crosses a boundary or cannot be decided.
 *
 * <pre>{@code
 * Validations.of(app).addPlugins(new CellwallValidationPlugin(inventory));
 * }</pre>
 *
 * <p>A CloudFormation stack is judged as the stack of the inventory that its name says: {@code
 * <stack>} or {@code control-plane-<stack>}. It must say its account and region ({@code env}), or
 * what it names of itself is undecided.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html">Validation
 *     at synthesis</a>
 */
public final class CellwallValidationPlugin implements IPolicyValidationPlugin {

  private final OwnerIndex index;
  private final Judge judge;
  private final UnaryOperator<String> stackOf;
  private final BiFunction<ResourceGraph, List<Finding>, List<Finding>> standing;
  private final List<Finding> found = new ArrayList<>();

  /** A plugin for templates that are named after the inventory's stacks. */
  public CellwallValidationPlugin(Inventory inventory) {
    this(inventory, UnaryOperator.identity(), (graph, findings) -> findings);
  }

  /**
   * A plugin.
   *
   * @param stackOf the inventory's stack, by what the template's name says
   * @param standing what of a graph's findings stands, after waivers
   */
  public CellwallValidationPlugin(
      Inventory inventory,
      UnaryOperator<String> stackOf,
      BiFunction<ResourceGraph, List<Finding>, List<Finding>> standing) {
    this.index = new OwnerIndex(inventory);
    this.judge = Judge.of(inventory);
    this.stackOf = stackOf;
    this.standing = standing;
  }

  @Override
  public String getName() {
    return "cellwall";
  }

  @Override
  public String getVersion() {
    return Optional.ofNullable(getClass().getPackage().getImplementationVersion()).orElse("0.0.0");
  }

  @Override
  public List<String> getRuleIds() {
    return Pack.rules().stream().map(Rule::id).toList();
  }

  /** Tells whether something that blocks was found in any synth so far. */
  public boolean blocked() {
    return found.stream().anyMatch(Finding::blocks);
  }

  /** All that was found in any synth so far. */
  public List<Finding> findings() {
    return List.copyOf(found);
  }

  /** Judges the templates of one environment; the CDK asks once for each. */
  @Override
  public PolicyValidationPluginReport validate(IPolicyValidationContext context) {
    List<Path> paths = context.getTemplatePaths().stream().map(CdkFiles::normal).toList();
    List<PolicyViolation> violations = new ArrayList<>();
    boolean blocked = false;
    for (Path folder : paths.stream().map(Path::getParent).distinct().toList()) {
      for (Judged each : judged(Objects.requireNonNull(folder), paths)) {
        found.addAll(each.findings());
        blocked |= each.findings().stream().anyMatch(Finding::blocks);
        each.findings().stream()
            .map(finding -> Violations.of(finding, each.file()))
            .forEach(violations::add);
      }
    }
    return PolicyValidationPluginReport.builder()
        .success(!blocked)
        .pluginVersion(getVersion())
        .violations(violations)
        .build();
  }

  /** What was found in one file. */
  private record Judged(String file, List<Finding> findings) {}

  private List<Judged> judged(Path folder, List<Path> paths) {
    List<Judged> judged = new ArrayList<>();
    try {
      for (Template template :
          Templates.read(folder, file -> paths.contains(CdkFiles.normal(file.toString())))) {
        judged.add(judge(template));
      }
    } catch (UnreadableGraphException e) {
      judged.add(unreadable(folder.toString(), e));
    }
    return judged;
  }

  private Judged judge(Template template) {
    String stack = stackOf.apply(template.stack());
    try {
      ResourceGraph graph = template.graph(stack, index.home(stack));
      return new Judged(template.file(), standing.apply(graph, judge.judge(graph)));
    } catch (UnreadableGraphException e) {
      return unreadable(template.file(), e);
    }
  }

  // What cannot be read cannot be judged, and so blocks.
  private static Judged unreadable(String file, UnreadableGraphException problem) {
    return new Judged(
        file,
        List.of(
            new Finding(
                "TemplateUnreadable",
                Severity.UNDECIDED,
                file,
                String.valueOf(problem.getMessage()),
                "synthesize a template that CloudFormation accepts",
                List.of(),
                Optional.empty())));
  }
}
