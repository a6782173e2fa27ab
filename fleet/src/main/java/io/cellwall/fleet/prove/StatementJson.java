package io.cellwall.fleet.prove;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Report;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.Standing;
import io.cellwall.policies.proof.deploy.DeployRoleProof;
import io.cellwall.policies.proof.rule.Aspect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A statement as programs read it. */
final class StatementJson {

  private StatementJson() {}

  static ObjectNode of(
      FleetStatement statement, List<DeployRoleProof.Proven> deployRoles, Report report) {
    ObjectNode object = JsonOutput.object();
    object.put("proven", statement.holds() && !report.blocks());
    object.put("pairs", statement.pairCount());
    object.put("stacksMissing", statement.missing());
    zones(object.putArray("zones"), statement);
    ArrayNode stacks = object.putArray("stacks");
    for (FleetStatement.OfStack stack : statement.stacks()) {
      ObjectNode node = stacks.addObject();
      node.put("stack", stack.stack());
      stack.zone().ifPresent(zone -> node.put("zone", zone));
      standing(node, stack.standing());
    }
    ArrayNode pairs = object.putArray("notProven");
    for (FleetStatement.OfPairs each : statement.pairs()) {
      ObjectNode node = pairs.addObject();
      node.put("aspect", lower(each.aspect()));
      ArrayNode from = node.putArray("from");
      each.from().forEach(from::add);
      node.put("to", each.to());
      node.put("standing", lower(each.standing()));
      node.put("finding", each.finding());
    }
    ArrayNode doors = object.putArray("declaredDoors");
    for (FleetStatement.Door door : statement.doors()) {
      doors
          .addObject()
          .put("kind", door.kind())
          .put("from", door.from())
          .put("to", door.to())
          .put("what", door.what());
    }
    ArrayNode roles = object.putArray("deployRoles");
    for (DeployRoleProof.Proven each : deployRoles) {
      roles
          .addObject()
          .put("stack", each.stack())
          .put("role", each.role())
          .put("proven", each.holds())
          .put("needed", each.needed())
          .put("elsewhere", each.elsewhere());
    }
    ArrayNode restsOn = object.putArray("restsOn");
    statement.restsOn().forEach(restsOn::add);
    object.set("findings", JsonOutput.findings(report.standing()));
    object.set("waived", JsonOutput.waived(report.waived()));
    return object;
  }

  private static void zones(ArrayNode zones, FleetStatement statement) {
    for (FleetStatement.OfZone zone : statement.zones()) {
      ObjectNode node = zones.addObject();
      node.put("zone", zone.zone());
      ArrayNode regions = node.putArray("regions");
      zone.regions().forEach(regions::add);
      standing(node, zone.standing());
      ObjectNode resources = node.putObject("resources");
      zone.resources().forEach((region, count) -> resources.put(region, count));
      ObjectNode byDesign = node.putObject("globalByDesign");
      zone.byDesign().forEach((what, count) -> byDesign.put(lower(what), count));
    }
  }

  private static void standing(ObjectNode node, Map<Aspect, Standing> standing) {
    for (Aspect aspect : Aspect.values()) {
      node.put(lower(aspect), lower(standing.getOrDefault(aspect, Standing.PROVEN)));
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
