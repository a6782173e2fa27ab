package io.cellwall.fleet.report;

import io.cellwall.fleet.cost.StackCost;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.quotas.QuotaScope;
import io.cellwall.regions.quotas.QuotaVerdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the page's entry of each stack. */
final class StackEntries {

  /** From this use on, in percent, a quota is shown by itself. */
  private static final long TIGHT_FROM = 50;

  private final Survey survey;
  private final Map<String, FleetStatement.OfStack> proven;
  private final StackFacts facts;

  StackEntries(Survey survey) {
    this.survey = survey;
    this.proven =
        survey.statement().stacks().stream()
            .collect(Collectors.toMap(FleetStatement.OfStack::stack, Function.identity()));
    this.facts = new StackFacts(survey.inventory());
  }

  StackEntry of(Survey.Surveyed stack) {
    String name = stack.graph().stack();
    StackName stackName = stack.program().name();
    Optional<Cell> cell = facts.cell(stackName);
    AccountId account = facts.account(stackName);
    Region region = stack.program().region();
    Judgement judgement = stack.judgement();
    FleetStatement.OfStack standing =
        proven.getOrDefault(name, new FleetStatement.OfStack(name, Optional.empty(), Map.of()));
    String level = Findings.worst(judgement, standing);
    String state = cell.map(each -> each.state().name().toLowerCase(Locale.ROOT)).orElse("");
    List<StackEntry.Part> parts = parts(stack);
    List<QuotaVerdict> verdicts = verdicts(account, region);
    return new StackEntry(
        name,
        StackFacts.kind(stackName),
        stack.program().zone(),
        region.code(),
        state,
        cell.map(each -> Figures.count(each.users())).orElse(""),
        cell.map(each -> Figures.percent(each.users(), survey.inventory().users())).orElse(0.0),
        level,
        Findings.VERDICTS.getOrDefault(level, level),
        String.join(
                " ",
                name,
                "zone:" + stack.program().zone(),
                region.code(),
                region.description(),
                account.value(),
                state,
                StackFacts.kind(stackName),
                Findings.VERDICTS.getOrDefault(level, level))
            .toLowerCase(Locale.ROOT),
        facts.of(stackName, region, account),
        Findings.proven(standing::in),
        doors(name),
        parts.stream().mapToLong(StackEntry.Part::count).sum(),
        parts,
        verdicts.stream().filter(StackEntries::isTight).map(StackEntries::quota).toList(),
        verdicts.stream()
            .filter(verdict -> !isTight(verdict))
            .map(
                verdict ->
                    "%s %s of %s"
                        .formatted(
                            verdict.quota().name(),
                            Figures.count(verdict.need().count()),
                            Figures.count(verdict.limit())))
            .collect(Collectors.joining(", ")),
        quotaNote(name, account),
        costs(stack.cost()),
        (stack.cost().isComplete() ? "" : "at least ") + Figures.money(stack.cost().known()),
        judgement.findings().stream().map(each -> Findings.found(name, each)).toList(),
        judgement.waived().stream().map(each -> Findings.waived(name, each)).toList());
  }

  // aws:ec2/vpc:Vpc is Vpc of ec2.
  private static List<StackEntry.Part> parts(Survey.Surveyed stack) {
    SortedMap<String, SortedMap<String, Long>> families = new TreeMap<>();
    stack.graph().of(io.cellwall.policies.graph.Node.Kind.RESOURCE).stream()
        .map(node -> node.type().split(":", 3))
        .forEach(
            token ->
                families
                    .computeIfAbsent(
                        token[token.length > 1 ? 1 : 0].split("/", 2)[0], each -> new TreeMap<>())
                    .merge(token[token.length - 1], 1L, Long::sum));
    return families.entrySet().stream()
        .map(
            family ->
                new StackEntry.Part(
                    family.getKey(),
                    family.getValue().values().stream().mapToLong(Long::longValue).sum(),
                    family.getValue().entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey())
                        .collect(Collectors.joining(", "))))
        .toList();
  }

  private List<QuotaVerdict> verdicts(AccountId account, Region region) {
    return survey.quotas().verdicts().stream()
        .filter(verdict -> verdict.need().account().equals(account))
        .filter(
            verdict ->
                verdict.quota().scope() == QuotaScope.ACCOUNT
                    || verdict.need().region().equals(region))
        .sorted(
            Comparator.comparingLong((QuotaVerdict verdict) -> -used(verdict))
                .thenComparing(verdict -> verdict.quota().name()))
        .toList();
  }

  private static StackEntry.Quota quota(QuotaVerdict verdict) {
    return new StackEntry.Quota(
        verdict.quota().name(),
        verdict.quota().code().toString(),
        Figures.count(verdict.need().count()),
        Figures.count(verdict.limit()),
        used(verdict),
        verdict.approved() ? "approved" : "default",
        verdict.isShort());
  }

  private static boolean isTight(QuotaVerdict verdict) {
    return verdict.approved() || used(verdict) >= TIGHT_FROM;
  }

  private static long used(QuotaVerdict verdict) {
    return verdict.limit() == 0 ? 100 : verdict.need().count() * 100 / verdict.limit();
  }

  private String quotaNote(String stack, AccountId account) {
    List<String> notes = new ArrayList<>();
    SortedSet<String> others =
        new TreeSet<>(survey.quotas().stacks().getOrDefault(account.value(), new TreeSet<>()));
    others.remove(stack);
    if (!others.isEmpty()) {
      notes.add("Quotas of the whole account are shared with " + String.join(", ", others) + ".");
    }
    if (survey.quotas().autoMode().contains(stack)) {
      notes.add("The nodes of EKS Auto Mode are not counted.");
    }
    return String.join(" ", notes);
  }

  private static List<StackEntry.Cost> costs(StackCost cost) {
    SortedMap<String, List<StackCost.Line>> byPart = new TreeMap<>();
    cost.lines()
        .forEach(line -> byPart.computeIfAbsent(line.part(), part -> new ArrayList<>()).add(line));
    return byPart.entrySet().stream()
        .map(part -> new StackEntry.Cost(part.getKey(), monthly(part.getValue())))
        .toList();
  }

  /** A price that is not known is never taken for zero. */
  private static String monthly(List<StackCost.Line> lines) {
    List<BigDecimal> known = lines.stream().flatMap(line -> line.monthly().stream()).toList();
    if (known.isEmpty()) {
      return "not known";
    }
    String sum = Figures.money(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    return known.size() == lines.size() ? sum : "at least " + sum;
  }

  /** The declared doors at this stack, those of one kind and direction together. */
  private List<String> doors(String stack) {
    SortedMap<String, SortedSet<String>> doors = new TreeMap<>();
    for (FleetStatement.Door door : survey.statement().doors()) {
      if (door.to().equals(stack)) {
        doors.computeIfAbsent(door.kind() + ": in from ", key -> new TreeSet<>()).add(door.from());
      } else if (door.from().equals(stack)) {
        doors.computeIfAbsent(door.kind() + ": out to ", key -> new TreeSet<>()).add(door.to());
      }
    }
    return doors.entrySet().stream()
        .map(door -> door.getKey() + String.join(", ", door.getValue()))
        .toList();
  }
}
