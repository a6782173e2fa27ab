package io.cellwall.fleet.prove;

import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Inert;
import io.cellwall.fleet.output.JudgementText;
import io.cellwall.fleet.output.Report;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.FleetStatement.Door;
import io.cellwall.policies.proof.FleetStatement.OfPairs;
import io.cellwall.policies.proof.FleetStatement.OfStack;
import io.cellwall.policies.proof.FleetStatement.OfZone;
import io.cellwall.policies.proof.Standing;
import io.cellwall.policies.proof.deploy.DeployRoleProof;
import io.cellwall.policies.proof.rule.Aspect;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A statement as people read it. */
final class StatementText {

  private StatementText() {}

  static void print(
      PrintWriter out,
      FleetStatement statement,
      List<DeployRoleProof.Proven> deployRoles,
      Report report) {
    FindingText.print(out, report.inventory(), 0);
    statement.zones().forEach(zone -> zone(out, statement, zone));
    List<OfStack> above = stacksOf(statement, Optional.empty());
    if (!above.isEmpty()) {
      out.println("above the zones: cell metadata only");
      stacks(out, above);
    }
    pairs(out, statement);
    for (Report.Section section : report.sections()) {
      if (!section.judgement().findings().isEmpty() || !section.judgement().waived().isEmpty()) {
        out.println();
        out.println(Inert.text(section.judgement().stack() + "  " + section.file()));
        JudgementText.print(out, section.judgement(), 4);
      }
    }
    doors(out, statement);
    deployRoles(out, deployRoles);
    out.println();
    out.println("rests on");
    statement.restsOn().forEach(each -> out.println("    - " + Inert.text(each)));
    out.println();
    out.println(verdict(statement, report));
  }

  private static void zone(PrintWriter out, FleetStatement statement, OfZone zone) {
    String laws =
        zone.regulations().isEmpty() ? "" : " (" + String.join(", ", zone.regulations()) + ")";
    out.println(Inert.text("zone " + zone.zone() + laws + "  " + String.join(" ", zone.regions())));
    out.println("    access: " + words(zone, Aspect.ACCESS));
    out.println("    network: " + words(zone, Aspect.NETWORK));
    out.println("    residency: " + words(zone, Aspect.RESIDENCY));
    out.println(
        "        in the zone: "
            + zone.resources().entrySet().stream()
                .map(each -> each.getValue() + " resources in " + each.getKey())
                .collect(Collectors.joining(", ")));
    zone.byDesign()
        .forEach(
            (what, count) ->
                out.println(
                    "        global by design: %d of %s: %s"
                        .formatted(
                            count,
                            what.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            what.reason())));
    stacks(out, stacksOf(statement, Optional.of(zone.zone())));
  }

  private static List<OfStack> stacksOf(FleetStatement statement, Optional<String> zone) {
    return statement.stacks().stream().filter(stack -> stack.zone().equals(zone)).toList();
  }

  private static String words(OfZone zone, Aspect aspect) {
    return zone.standing().getOrDefault(aspect, Standing.PROVEN).words();
  }

  private static void stacks(PrintWriter out, List<OfStack> stacks) {
    int width = stacks.stream().mapToInt(stack -> stack.stack().length()).max().orElse(0);
    for (OfStack stack : stacks) {
      out.println(
          "    %s  access %s, network %s, residency %s"
              .formatted(
                  stack.stack() + " ".repeat(width - stack.stack().length()),
                  stack.in(Aspect.ACCESS).words(),
                  stack.in(Aspect.NETWORK).words(),
                  stack.in(Aspect.RESIDENCY).words()));
    }
  }

  private static void pairs(PrintWriter out, FleetStatement statement) {
    if (!statement.pairs().isEmpty()) {
      out.println();
      out.println("pairs of which something is not proven");
    }
    for (OfPairs each : statement.pairs()) {
      out.println(
          Inert.text(
              "    %s  %s -> %s  %s [%s]"
                  .formatted(
                      each.aspect().name().toLowerCase(Locale.ROOT),
                      each.from().isEmpty() ? "any stack" : String.join(", ", each.from()),
                      each.to(),
                      each.standing().words(),
                      each.finding())));
    }
  }

  private static void deployRoles(PrintWriter out, List<DeployRoleProof.Proven> roles) {
    if (!roles.isEmpty()) {
      out.println();
      out.println("deploy roles");
    }
    int width = roles.stream().mapToInt(each -> each.stack().length()).max().orElse(0);
    for (DeployRoleProof.Proven each : roles) {
      out.println(
          Inert.text(
              "    %s  %s"
                  .formatted(
                      each.stack() + " ".repeat(width - each.stack().length()),
                      each.findings().isEmpty()
                          ? "proven: may do the %d things that deploying takes, nothing to other stacks, and cannot widen itself"
                              .formatted(each.needed())
                          : each.holds()
                              ? "proven, with %d warnings: may do the %d things that deploying takes but what is warned of, and cannot widen itself"
                                  .formatted(each.findings().size(), each.needed())
                              : "not proven: " + each.findings().size() + " findings")));
    }
  }

  private static void doors(PrintWriter out, FleetStatement statement) {
    if (!statement.doors().isEmpty()) {
      out.println();
      out.println("declared doors");
    }
    SortedMap<String, List<Door>> together =
        statement.doors().stream()
            .collect(
                Collectors.groupingBy(
                    door -> door.kind() + "  " + door.from() + " -> ",
                    TreeMap::new,
                    Collectors.toList()));
    together.forEach(
        (head, doors) -> {
          if (doors.stream().map(Door::what).distinct().count() == 1) {
            String ends = doors.stream().map(Door::to).collect(Collectors.joining(", "));
            out.println(Inert.text("    " + head + ends + ": " + doors.get(0).what()));
          } else {
            doors.forEach(
                door -> out.println(Inert.text("    " + head + door.to() + ": " + door.what())));
          }
        });
  }

  private static String verdict(FleetStatement statement, Report report) {
    long zones =
        statement.zones().stream()
            .filter(zone -> zone.standing().values().stream().allMatch(Standing::holds))
            .count();
    String partly =
        statement.missing() == 0
            ? ""
            : " %d stacks of the fleet were not looked at: of the network between them and these nothing is proven."
                .formatted(statement.missing());
    long sharing =
        statement.pairs().stream().filter(pair -> pair.standing() == Standing.DECLARED).count();
    String shared =
        sharing == 0
            ? ""
            : " But for access within %d pairs that share an account.".formatted(sharing);
    return "%s: %d stacks, %d ordered pairs of stacks, %d of %d zones.%s %s%s"
        .formatted(
            statement.holds() && !report.blocks() ? "Proven" : "Not proven",
            statement.stacks().size(),
            statement.pairCount(),
            zones,
            statement.zones().size(),
            shared,
            report.counts(),
            partly);
  }
}
