package io.cellwall.edge.region;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.edge.Descriptor;
import io.cellwall.wiring.key.EncryptionKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The routers of one region, with all that they need. One provider, which comes with the options.
 */
public final class RegionEdge extends ComponentResource {

  public RegionEdge(RegionEdgePlan plan, ComponentResourceOptions options) {
    super("cellwall:edge:RegionEdge", plan.name(), options);
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
    Policy boundary =
        new Policy(
            plan.boundary().name(),
            PolicyArgs.builder()
                .name(plan.boundary().name())
                .policy(plan.boundary().policy().json())
                .tags(Map.of("Name", plan.boundary().name()))
                .build(),
            child);
    Output<String> logsKey = new EncryptionKey(plan.logsKey(), part).arn();
    Output<String> dataKey = new EncryptionKey(plan.dataKey(), part).arn();
    EdgeNetwork network = new EdgeNetwork(plan.name(), plan.network(), part);
    new EdgeFlowLogs(plan.network().flowLogs(), network.vpc(), logsKey, boundary, part);
    Entry entry = new Entry(plan.entry(), plan.region(), network, logsKey, part);
    new Routers(plan.routers(), network, entry, logsKey, dataKey, boundary, part);
    CellDoors doors = new CellDoors(plan.name(), plan.cells(), plan.region(), network, part);
    new RegionAlarms(plan.alarms(), logsKey, part);
    Map<String, Output<Object>> facts = new LinkedHashMap<>(entry.facts());
    facts.put("cellNameServers", doors.nameServers().applyValue(names -> names));
    Descriptor.publish(plan.descriptor(), facts, child);
    registerOutputs(Map.of());
  }
}
