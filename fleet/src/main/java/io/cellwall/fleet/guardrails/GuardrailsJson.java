package io.cellwall.fleet.guardrails;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.policies.guardrails.Guardrail;
import io.cellwall.policies.guardrails.Wall;
import io.cellwall.regions.finding.Finding;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The guardrails as programs read them. */
final class GuardrailsJson {

  private GuardrailsJson() {}

  static ObjectNode of(List<Guardrail> guardrails, List<Finding> findings) {
    ObjectNode object = JsonOutput.object();
    ArrayNode policies = object.putArray("policies");
    guardrails.forEach(guardrail -> policies.add(policy(guardrail)));
    object.set("findings", JsonOutput.findings(findings));
    return object;
  }

  private static ObjectNode policy(Guardrail guardrail) {
    ObjectNode object =
        JsonOutput.plainObject()
            .put("name", guardrail.name())
            .put("kind", guardrail.kind().word())
            .put("place", guardrail.place());
    guardrail.account().ifPresent(account -> object.put("account", account));
    object.put("characters", guardrail.size()).put("longest", guardrail.kind().longest());
    ObjectNode walls = object.putObject("walls");
    for (Wall wall : guardrail.walls()) {
      ArrayNode twins = walls.putArray(wall.sid());
      wall.twins().forEach(twins::add);
    }
    object.set("document", JsonMapper.shared().readTree(guardrail.json()));
    return object;
  }
}
