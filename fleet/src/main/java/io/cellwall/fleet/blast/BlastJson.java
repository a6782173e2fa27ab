package io.cellwall.fleet.blast;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Report;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A blast radius as programs read it. Shares are in percent. */
final class BlastJson {

  private BlastJson() {}

  static ObjectNode of(BlastRadius radius, List<BlastBudget> budgets, Report report) {
    ObjectNode object = JsonOutput.object();
    object.put("users", radius.population().all());
    ArrayNode rows = object.putArray("rows");
    for (BlastRadius.Row row : radius.rows()) {
      Failure failure = row.failure();
      ObjectNode node = rows.addObject();
      node.put("failure", failure.key());
      node.put("users", radius.users(failure));
      node.put("share", radius.share(failure).percent());
      ObjectNode zones = node.putObject("zoneShares");
      radius.zoneShares(failure).forEach((zone, share) -> zones.put(zone.value(), share.percent()));
      node.put("tenants", radius.tenants(failure).name().toLowerCase(Locale.ROOT));
      node.put("undecided", radius.isUndecided(failure));
      budgets.stream()
          .filter(budget -> budget.failure() == failure)
          .forEach(budget -> node.put("budget", budget.most().percent()));
      ArrayNode reaches = node.putArray("failures");
      row.reaches().forEach(reach -> reach(reaches.addObject(), radius.population(), reach));
    }
    ArrayNode restsOn = object.putArray("restsOn");
    BlastRadius.RESTS_ON.forEach(restsOn::add);
    object.set("findings", JsonOutput.findings(report.standing()));
    return object;
  }

  private static void reach(ObjectNode node, Population population, Reach reach) {
    node.put("what", reach.what());
    node.put("usersReached", population.usersOf(reach.reached()));
    node.put("usersExposed", population.usersOf(reach.exposed()));
    cells(node.putArray("cellsReached"), reach.reached());
    cells(node.putArray("cellsExposed"), reach.exposed());
    node.put("interruption", reach.interruption());
    ArrayNode containments = node.putArray("containments");
    reach
        .containments()
        .forEach(
            each -> containments.addObject().put("what", each.what()).put("proof", each.proof()));
    ArrayNode path = node.putArray("path");
    reach.path().forEach(path::add);
    ArrayNode undecided = node.putArray("undecided");
    reach.undecided().forEach(undecided::add);
  }

  private static void cells(ArrayNode array, Collection<CellName> cells) {
    cells.forEach(cell -> array.add(cell.toString()));
  }
}
