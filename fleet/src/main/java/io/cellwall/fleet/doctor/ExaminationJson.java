package io.cellwall.fleet.doctor;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An examination for programs. */
public final class ExaminationJson {

  private ExaminationJson() {}

  /** Puts the examination into an object. */
  public static void put(ObjectNode object, Examination examination) {
    object.put("stack", examination.stack());
    object.put("backend", examination.backend());
    object.put("resources", examination.resources());
    object.put("healthy", examination.healthy());
    ArrayNode ailments = object.putArray("ailments");
    for (Ailment each : examination.ailments()) {
      ObjectNode node = ailments.addObject();
      node.put("kind", ExaminationText.kind(each));
      node.put("subject", each.subject());
      node.put("what", each.what());
      ArrayNode decide = node.putArray("decide");
      each.decide().forEach(decide::add);
    }
    ArrayNode mending = object.putArray("mending");
    examination.mending().forEach(mending::add);
    ArrayNode unseen = object.putArray("notExamined");
    examination.unseen().forEach(unseen::add);
  }
}
