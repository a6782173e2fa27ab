package io.cellwall.policies.catalogue;

import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.proof.rule.ProofRule;
import io.cellwall.policies.rules.Rule;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the pack, and what is found about stacks and waivers themselves. */
public final class RuleCatalogue {

  private static final List<RuleEntry> OF_THE_JUDGE =
      List.of(
          entry(
              "ControlPlaneNotSynthesized",
              "Without Node.js no control plane can be synthesized here; the synth that deploys one judges it.",
              "install Node.js, or leave the control planes out: --control-plane never"),
          entry(
              "ControlPlaneUndecided",
              "A control plane of which it is not known what it must be cannot be judged.",
              "say in module control-plane what the deploy role needs for the type"),
          entry(
              "DeployRoleTooWeak",
              "A role that may not do what deploying takes is widened by hand, in haste.",
              "allow it in module control-plane, package deploy"),
          entry(
              "DeployRoleTooWide",
              "Who deploys one stack must reach no other, nor be able to widen itself.",
              "narrow the statement in module control-plane, package deploy"),
          entry(
              "TemplateUnreadable",
              "What cannot be read cannot be judged.",
              "synthesize a template that CloudFormation accepts"),
          entry(
              "UnknownStack",
              "What the inventory does not have has no wall to be judged by.",
              "correct the stack's name, or add the cell: cellwall inventory add"),
          entry(
              "WaivedRuleUnknown",
              "A waiver with a misspelt rule covers nothing, and looks as if it did.",
              "name a rule of this list, or a finding's id as the outputs show it"),
          entry(
              "WaiverExpired",
              "A waiver is a loan: after its last day it covers nothing.",
              "fix the resource and remove the waiver, or have it approved again"),
          entry(
              "WaiverTooLong",
              "A waiver that outlives its reason becomes the rule; it may last 90 days.",
              "write an earlier day; a waiver can be approved again"),
          entry(
              "WaiverUnused",
              "A waiver that covers nothing will one day cover something new.",
              "remove the waiver"),
          entry(
              "ZoneCrossingWaived",
              "Where the data of a zone may be is the law's to say, not an approver's.",
              "fix the resource and remove the waiver"));

  private RuleCatalogue() {}

  /** All of them: the pack's in its order, then the judge's. */
  public static List<RuleEntry> all() {
    return Stream.of(
            Pack.rules().stream().map(RuleCatalogue::entry),
            Stream.of(ProofRule.values()).map(RuleCatalogue::entry),
            OF_THE_JUDGE.stream())
        .flatMap(entries -> entries)
        .toList();
  }

  /** All of them as a document in Markdown, {@code RULES.md}. */
  public static String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Rules\n\n")
        .append("What is judged of every stack. Made from the code: `./mvnw test -pl policies -am")
        .append(" -Dgolden.rewrite=true` writes it anew.\n\n")
        .append("Where two rules find the same property, the one further up speaks. Any rule can")
        .append(" be undecided on a resource; undecided blocks, as a violation does.\n\n")
        .append("| rule | severity | why | fix | see |\n| --- | --- | --- | --- | --- |\n");
    for (RuleEntry entry : all()) {
      text.append("| ")
          .append(entry.id())
          .append(" | ")
          .append(entry.severity().name().toLowerCase(Locale.ROOT))
          .append(" | ")
          .append(cell(entry.explanation()))
          .append(" | ")
          .append(cell(entry.fix()))
          .append(" | ")
          .append(links(entry.references()))
          .append(" |\n");
    }
    return text.toString();
  }

  private static String links(List<URI> references) {
    return references.stream()
        .map(uri -> "[" + uri.getHost().replaceFirst("^www\\.", "") + "](" + uri + ")")
        .collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
  }

  private static RuleEntry entry(Rule rule) {
    return new RuleEntry(
        rule.id(), rule.severity(), rule.explanation(), rule.fix(), rule.references());
  }

  private static RuleEntry entry(ProofRule rule) {
    return new RuleEntry(
        rule.id(), rule.severity(), rule.explanation(), rule.fix(), rule.references());
  }

  private static RuleEntry entry(String id, String explanation, String fix) {
    return new RuleEntry(id, Severity.VIOLATION, explanation, fix, List.of());
  }
}
