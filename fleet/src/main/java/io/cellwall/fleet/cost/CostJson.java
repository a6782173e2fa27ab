package io.cellwall.fleet.cost;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The estimate as programs read it; amounts are texts, so that no program rounds them. */
final class CostJson {

  private CostJson() {}

  static ObjectNode of(List<StackCost> costs, List<Finding> findings, PriceTable prices) {
    ObjectNode object =
        JsonOutput.object()
            .put("currency", prices.currency())
            .put("pricesOf", prices.date().toString())
            .put("note", prices.note())
            .put("hoursPerMonth", prices.hoursPerMonth().toPlainString())
            .put("complete", costs.stream().allMatch(StackCost::isComplete))
            .put(
                "monthly",
                cents(
                    costs.stream().map(StackCost::known).reduce(BigDecimal.ZERO, BigDecimal::add)))
            .put("notIncluded", StackCost.NOT_INCLUDED);
    ArrayNode stacks = object.putArray("stacks");
    costs.forEach(cost -> stacks.add(stack(cost)));
    object.set("findings", JsonOutput.findings(findings));
    return object;
  }

  private static ObjectNode stack(StackCost cost) {
    ObjectNode object =
        JsonOutput.plainObject()
            .put("stack", cost.stack())
            .put("monthly", cents(cost.known()))
            .put("complete", cost.isComplete());
    ArrayNode lines = object.putArray("charges");
    for (StackCost.Line line : cost.lines()) {
      ObjectNode node =
          lines
              .addObject()
              .put("part", line.part())
              .put("price", line.price())
              .put("region", line.region().map(Region::code).orElse(""))
              .put("units", line.quantity().toPlainString());
      line.unit().ifPresent(unit -> node.put("unitPrice", unit.toPlainString()));
      line.monthly().ifPresent(monthly -> node.put("monthly", cents(monthly)));
    }
    ObjectNode unknown = object.putObject("chargesUnknown");
    cost.unknown().forEach(unknown::put);
    return object;
  }

  private static String cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
