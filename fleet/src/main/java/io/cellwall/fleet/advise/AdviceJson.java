package io.cellwall.fleet.advise;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.written.Scalar;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An advice as programs read it. */
final class AdviceJson {

  private AdviceJson() {}

  static ObjectNode of(Advice advice, Figures figures) {
    ObjectNode object = JsonOutput.object();
    object.put("advice", AdviceWords.headline(advice));
    object.put("stage", Scalar.label(advice.stage()));
    object.put("standbys", advice.standbys());
    object.put("units", advice.units());
    ArrayNode zones = object.putArray("zones");
    for (Advice.ZonePlan zone : advice.zones()) {
      ObjectNode node = zones.addObject();
      node.put("zone", zone.home().residency().name());
      texts(node.putArray("laws"), zone.home().residency().laws());
      node.put("users", zone.home().users());
      ObjectNode units = node.putObject("units");
      zone.units().forEach((region, count) -> units.put(region.code(), count));
    }
    texts(object.putArray("unmet"), advice.unmet());
    texts(object.putArray("why"), AdviceWords.why(advice));
    texts(object.putArray("whenNot"), AdviceWords.whenNot(advice));
    texts(object.putArray("askAgain"), AdviceWords.again(advice));
    ArrayNode stages = object.putArray("considered");
    for (Advice.Considered each : advice.considered()) {
      ObjectNode node = stages.addObject();
      node.put("stage", Scalar.label(each.stage()));
      node.put("standbys", each.standbys());
      node.put("availability", Arithmetic.percent(each.arithmetic().availability()));
      texts(node.putArray("arithmetic"), each.arithmetic().steps());
      texts(node.putArray("lacks"), each.lacks());
    }
    ArrayNode commitments = object.putArray("commitments");
    for (Figures.Service each : figures.services().values()) {
      ObjectNode node = commitments.addObject();
      node.put("service", each.name());
      node.put("percent", each.percent().toPlainString());
      node.put("source", each.source());
      node.put("seen", each.seen());
    }
    texts(object.putArray("assumed"), AdviceWords.assumed(advice, figures));
    return object;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
