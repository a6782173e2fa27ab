package io.cellwall.cell.descriptor;

import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.cell.compute.Compute;
import io.cellwall.cell.data.Data;
import io.cellwall.cell.dns.HostedZone;
import io.cellwall.cell.ingress.Ingress;
import io.cellwall.cell.observability.Observability;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.HostName;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cell's descriptor, in a parameter of its own account. It is the last thing made: a cell that
 * has one is built.
 */
public final class CellDescriptor extends ComponentResource {

  private final Output<String> text;

  /**
   * Publishes the descriptor.
   *
   * @param name the component's name
   */
  public CellDescriptor(
      String name,
      DescriptorPlan plan,
      Compute compute,
      Data data,
      Observability observability,
      Ingress ingress,
      HostedZone hostedZone,
      ComponentResourceOptions options) {
    super("cellwall:cell:Descriptor", name, options);
    SortedMap<String, Output<String>> endpoints = new TreeMap<>();
    endpoints.put("cluster", Tied.to(compute.cluster(), compute.cluster().endpoint()));
    endpoints.put("database", data.databaseEndpoint());
    endpoints.put("cache", data.cacheEndpoint());
    observability.metricsEndpoint().ifPresent(metrics -> endpoints.put("metrics", metrics));
    text =
        Output.tuple(together(endpoints), ingress.endpointServiceName(), hostedZone.nameServers())
            .applyValue(made -> plan.text(made.t1, facts(made.t2, made.t3)));
    new Parameter(
        plan.name(),
        ParameterArgs.builder()
            .name(plan.parameter())
            .description("What this cell is: cellwall inventory admit")
            .type("String")
            .value(text)
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(compute.ready()).build());
    registerOutputs(Map.of());
  }

  /** The descriptor's text. */
  public Output<String> text() {
    return text;
  }

  private static Output<Map<String, String>> together(SortedMap<String, Output<String>> endpoints) {
    List<String> names = List.copyOf(endpoints.keySet());
    return Output.all(List.copyOf(endpoints.values()))
        .applyValue(
            values -> {
              Map<String, String> named = new TreeMap<>();
              for (int i = 0; i < names.size(); i++) {
                named.put(names.get(i), values.get(i));
              }
              return named;
            });
  }

  private static CellFacts facts(String endpointService, List<String> nameServers) {
    return new CellFacts(
        endpointService, nameServers.stream().sorted().map(HostName::parse).toList());
  }
}
