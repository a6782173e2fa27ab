package io.cellwall.fleet.report;

import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.Standing;
import io.cellwall.policies.proof.rule.Aspect;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Findings, waivers and proofs as the page shows them. */
final class Findings {

  // From then on somebody should be looking for a cure.
  private static final long LAST_DAYS = 14;

  private Findings() {}

  static Page.Found found(String stack, Finding finding) {
    return found(stack, finding, level(finding.severity()));
  }

  /** A finding that a waiver covers, with who decided so and why. */
  static Page.Found waived(String stack, WaivedFinding waived) {
    Waiver waiver = waived.waiver();
    Page.Found found = found(stack, waived.finding(), "waived");
    return new Page.Found(
        found.id(),
        found.rule(),
        found.level(),
        found.crossesZone(),
        found.stack(),
        found.where(),
        found.subject(),
        found.message(),
        found.path(),
        "waived until %s by %s (%s): %s"
            .formatted(waiver.expires(), waiver.approver(), waiver.ticket(), waiver.reason()));
  }

  private static Page.Found found(String stack, Finding finding, String level) {
    return new Page.Found(
        finding.id(),
        finding.rule(),
        level,
        finding.crossesZone(),
        stack,
        finding.source().map(Source::toString).orElse(""),
        finding.subject(),
        finding.message(),
        finding.path(),
        finding.hint());
  }

  static Page.Waived waiver(Waiver waiver, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, waiver.expires());
    return new Page.Waived(
        waiver.scope(),
        waiver.finding(),
        waiver.resource(),
        waiver.reason(),
        waiver.approver(),
        waiver.ticket(),
        waiver.expires().toString(),
        days,
        days < 0 ? "violation" : days <= LAST_DAYS ? "warning" : "good");
  }

  private static String level(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** The three aspects in their order. */
  static List<Page.Proven> proven(Function<Aspect, Standing> standing) {
    return Stream.of(Aspect.values())
        .map(
            aspect ->
                new Page.Proven(
                    aspect.name().toLowerCase(Locale.ROOT),
                    level(standing.apply(aspect)),
                    standing.apply(aspect).words()))
        .toList();
  }

  static String level(Standing standing) {
    return switch (standing) {
      case PROVEN -> "good";
      case DECLARED -> "declared";
      case WAIVED -> "waived";
      case UNDECIDED -> "undecided";
      case REFUTED -> "violation";
    };
  }

  /** The worst of what was found and what is proven of a stack, as a level. */
  static String worst(Judgement judgement, FleetStatement.OfStack proven) {
    Standing worst =
        Stream.of(Aspect.values()).map(proven::in).reduce(Standing.PROVEN, Standing::or);
    for (Finding finding : judgement.findings()) {
      worst =
          switch (finding.severity()) {
            case VIOLATION -> worst.or(Standing.REFUTED);
            case UNDECIDED -> worst.or(Standing.UNDECIDED);
            case WARNING -> worst;
          };
    }
    return level(judgement.waived().isEmpty() ? worst : worst.or(Standing.WAIVED));
  }

  /** A level in words. */
  static final Map<String, String> VERDICTS =
      Map.of(
          "good", "nothing crosses",
          "declared", "shares an account with its standby",
          "waived", "waived",
          "undecided", "undecided, blocks",
          "violation", "crosses a wall");
}
