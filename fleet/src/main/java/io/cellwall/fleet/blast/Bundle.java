package io.cellwall.fleet.blast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform bundle of a cell, read off the object that the cell's install job takes it from.
 *
 * @param urn the object
 * @param documents the Kubernetes objects of all its files
 */
record Bundle(String urn, List<Map<?, ?>> documents) {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Pattern REPLICAS =
      Pattern.compile("object\\.spec\\.replicas\\s*>=\\s*([0-9]{1,4})\\b");

  Bundle {
    documents = List.copyOf(documents);
  }

  /** The bundle of a stack, if it has one that can be read. */
  static Optional<Bundle> of(StackView view) {
    return view.objects().flatMap(object -> read(object).stream()).findFirst();
  }

  private static Optional<Bundle> read(StackView.Stored object) {
    try {
      JsonNode files = JSON.readTree(object.text()).path("files");
      if (!files.isObject()) {
        return Optional.empty();
      }
      List<Map<?, ?>> documents = new ArrayList<>();
      for (Map.Entry<String, JsonNode> file : files.properties()) {
        for (Object document :
            new Load(LoadSettings.builder().build())
                .loadAllFromString(file.getValue().asString())) {
          if (document instanceof Map<?, ?> map) {
            documents.add(map);
          }
        }
      }
      return Optional.of(new Bundle(object.urn(), documents));
    } catch (JacksonException | YamlEngineException e) {
      return Optional.empty();
    }
  }

  /** Whether everything in the cluster has a second replica. */
  void replicas(Checks checks) {
    workloads(checks);
    Optional<Map<?, ?>> proxy = kind("EnvoyProxy").stream().findFirst();
    if (proxy.isPresent()) {
      Object replicas =
          at(proxy.get(), "spec", "provider", "kubernetes", "envoyDeployment", "replicas");
      if (replicas instanceof Integer number && number >= 2) {
        checks.holds(number + " replicas of the ingress", urn + " EnvoyProxy");
      } else {
        checks.gap("the ingress has " + replicas + " replicas");
      }
    } else {
      checks.undecided("the bundle has no ingress that it says the replicas of");
    }
  }

  private void workloads(Checks checks) {
    for (Map<?, ?> policy : kind("ValidatingAdmissionPolicy")) {
      Matcher replicas = REPLICAS.matcher(String.valueOf(at(policy, "spec", "validations")));
      Object name = at(policy, "metadata", "name");
      if (replicas.find()
          && Integer.parseInt(replicas.group(1)) >= 2
          && "Fail".equals(at(policy, "spec", "failurePolicy"))
          && isDenied(name)) {
        checks.holds(
            "a workload of a tenant has " + replicas.group(1) + " replicas or is refused",
            urn + " ValidatingAdmissionPolicy " + name);
        return;
      }
    }
    checks.gap("nothing refuses a workload with a single replica");
  }

  private boolean isDenied(Object policy) {
    return kind("ValidatingAdmissionPolicyBinding").stream()
        .anyMatch(
            binding ->
                policy != null
                    && policy.equals(at(binding, "spec", "policyName"))
                    && at(binding, "spec", "validationActions") instanceof List<?> actions
                    && actions.contains("Deny"));
  }

  /** The objects of a kind. */
  List<Map<?, ?>> kind(String kind) {
    List<Map<?, ?>> found = new ArrayList<>();
    for (Map<?, ?> document : documents) {
      if (kind.equals(document.get("kind"))) {
        found.add(document);
      }
    }
    return found;
  }

  private static Object at(Object of, String... keys) {
    Object value = of;
    for (String key : keys) {
      value = value instanceof Map<?, ?> map && map.get(key) != null ? map.get(key) : "nothing";
    }
    return value;
  }
}
