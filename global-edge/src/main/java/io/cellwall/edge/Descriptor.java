package io.cellwall.edge;

import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a stack says of itself, in its own account and region: the facts that AWS made up, for
 * {@code cellwall inventory admit} to read. Nothing of it is secret.
 */
public final class Descriptor {

  // Sorted: the order of some maps differs from run to run, and a text must not.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Descriptor() {}

  /**
   * Publishes the facts.
   *
   * @param facts by the keys of the inventory; each value tied to the resource it comes from
   */
  public static void publish(
      DescriptorPlan plan, Map<String, Output<Object>> facts, CustomResourceOptions options) {
    List<String> keys = new ArrayList<>(new TreeMap<>(facts).keySet());
    List<Output<Object>> values = new ArrayList<>();
    new TreeMap<>(facts).forEach((key, value) -> values.add(value));
    Output<String> text =
        Output.all(values)
            .applyValue(
                known -> {
                  Map<String, Object> object = new TreeMap<>();
                  for (int i = 0; i < keys.size(); i++) {
                    object.put(keys.get(i), known.get(i));
                  }
                  return JSON.writeValueAsString(plan.with(object));
                });
    new Parameter(
        plan.stack() + "-facts",
        ParameterArgs.builder()
            .name(plan.parameter())
            .description("Facts of " + plan.stack() + ", for admission")
            .type("String")
            .value(text)
            .tags(Map.of("Name", plan.stack() + "-facts"))
            .build(),
        options);
  }
}
