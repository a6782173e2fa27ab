package io.cellwall.fleet.report;

import io.cellwall.fleet.blast.BlastRadius;
import io.cellwall.fleet.change.ChangeOutline;
import io.cellwall.fleet.cost.StackCost;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.Standing;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of a survey. */
final class Pages {

  private final Survey survey;
  private final Inventory inventory;
  private final FleetStatement statement;
  private final Map<String, StackEntry> entries = new LinkedHashMap<>();

  private Pages(Survey survey) {
    this.survey = survey;
    this.inventory = survey.inventory();
    this.statement = survey.statement();
    StackEntries each = new StackEntries(survey);
    survey.stacks().forEach(stack -> entries.put(stack.graph().stack(), each.of(stack)));
  }

  /**
   * The page.
   *
   * @param change what changes since the base; empty if there is none to compare with
   */
  static Page of(Survey survey, Optional<ChangeOutline> change) {
    return new Pages(survey).page(change);
  }

  private Page page(Optional<ChangeOutline> change) {
    return new Page(
        inventory.fleet().organization(),
        inventory.fleet().domain().toString(),
        inventory.fleet().release().toString(),
        survey.today().toString(),
        Headlines.of(survey, entries.values()),
        change.stream().toList(),
        change.map(ChangeOutline::kinds).orElse(new TreeMap<>()),
        survey.radius().map(radius -> BlastRows.of(radius, survey.budgets())).orElse(List.of()),
        inventory.zones().values().stream().map(this::zone).toList(),
        entries.values().stream()
            .filter(
                entry -> inventory.zones().keySet().stream().noneMatch(z -> in(entry, z.value())))
            .toList(),
        doors(),
        statement.pairs().stream().map(Pages::pair).toList(),
        findings(),
        survey.waivers().stream().map(each -> Findings.waiver(each, survey.today())).toList(),
        inventory.cells().values().stream()
            .filter(cell -> cell.state() == CellState.RETIRED)
            .map(Pages::retired)
            .toList(),
        statement.restsOn(),
        notes());
  }

  private static boolean in(StackEntry entry, String zone) {
    return entry.zone().equals(zone);
  }

  private List<Page.Found> findings() {
    List<Page.Found> findings = new ArrayList<>();
    Stream.of(survey.inventoryFindings(), survey.quotas().findings())
        .flatMap(List::stream)
        .forEach(each -> findings.add(Findings.found("", each)));
    entries.values().forEach(entry -> findings.addAll(entry.findings()));
    // The names of the levels happen not to sort by weight.
    List<String> levels = List.of("violation", "undecided", "warning");
    findings.sort(Comparator.comparingInt(each -> levels.indexOf(each.level())));
    return findings;
  }

  private Page.Zone zone(Zone zone) {
    String name = zone.name().value();
    List<Cell> cells = inventory.cellsOf(zone.name());
    long all = inventory.users();
    Map<String, Integer> resources =
        proven(name).map(FleetStatement.OfZone::resources).findFirst().orElse(new TreeMap<>());
    return new Page.Zone(
        name,
        String.join(", ", zone.regulations()),
        zone.host().toString(),
        Figures.count(users(cells)),
        Figures.share(users(cells), all),
        proven(name)
            .findFirst()
            .map(of -> Findings.proven(a -> of.standing().getOrDefault(a, Standing.PROVEN)))
            .orElse(List.of()),
        zone.regions().stream()
            .map(
                region -> {
                  long users =
                      users(cells.stream().filter(c -> c.region().equals(region)).toList());
                  return new Page.Region(
                      region.code(),
                      region.description(),
                      Figures.count(users),
                      Figures.share(users, all),
                      resources.isEmpty()
                          ? "not looked at"
                          : Figures.count(resources.getOrDefault(region.code(), 0)));
                })
            .toList(),
        proven(name)
            .flatMap(of -> of.byDesign().entrySet().stream())
            .map(
                each ->
                    "%d of %s: %s"
                        .formatted(
                            each.getValue(),
                            each.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            each.getKey().reason()))
            .toList(),
        new ZoneMapLayout(survey, entries).of(zone),
        // As its users meet them.
        Stream.of("edge of a zone", "edge of a region", "cell")
            .flatMap(kind -> entries.values().stream().filter(entry -> entry.kind().equals(kind)))
            .filter(entry -> in(entry, name))
            .toList());
  }

  private Stream<FleetStatement.OfZone> proven(String zone) {
    return statement.zones().stream().filter(each -> each.zone().equals(zone));
  }

  private static long users(List<Cell> cells) {
    return cells.stream().mapToLong(Cell::users).sum();
  }

  private List<Page.Doors> doors() {
    Map<String, List<FleetStatement.Door>> together =
        statement.doors().stream()
            .collect(
                Collectors.groupingBy(
                    door -> door.kind() + " " + door.from(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return together.values().stream()
        .map(
            doors ->
                new Page.Doors(
                    doors.get(0).kind(),
                    doors.get(0).from(),
                    doors.stream().map(FleetStatement.Door::to).distinct().toList(),
                    doors.stream().map(FleetStatement.Door::what).distinct().toList()))
        .toList();
  }

  private static Page.Pair pair(FleetStatement.OfPairs pair) {
    return new Page.Pair(
        pair.aspect().name().toLowerCase(Locale.ROOT),
        pair.from().isEmpty() ? "any stack" : String.join(", ", pair.from()),
        pair.to(),
        Findings.level(pair.standing()),
        pair.standing().words(),
        pair.finding());
  }

  private static Page.Retired retired(Cell cell) {
    return new Page.Retired(
        cell.name().toString(),
        cell.zone().value(),
        cell.region().code(),
        cell.account().value(),
        cell.cidr().toString());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (statement.missing() > 0) {
      notes.add(
          "%s of the fleet %s not looked at: of the network between them and these nothing is proven."
              .formatted(
                  Figures.count(statement.missing(), "stack"),
                  statement.missing() == 1 ? "was" : "were"));
    }
    if (survey.missingPrices() > 0) {
      notes.add(
          "The cost is incomplete: %d of its prices or charges are not known; cellwall cost says which."
              .formatted(survey.missingPrices()));
    }
    survey.radius().ifPresent(any -> notes.addAll(BlastRadius.RESTS_ON));
    notes.add(
        "Cost is fixed cost at list prices of %s, a month of %s hours, in %s. %s Not included: %s."
            .formatted(
                survey.prices().date(),
                survey.prices().hoursPerMonth().toPlainString(),
                survey.prices().currency(),
                survey.prices().note(),
                StackCost.NOT_INCLUDED));
    notes.add(
        "Quotas are AWS's defaults of "
            + survey.quotaTable().date()
            + " or what the inventory says is approved.");
    return notes;
  }
}
