package io.cellwall.edge.zone;

import com.pulumi.aws.globalaccelerator.Accelerator;
import com.pulumi.aws.globalaccelerator.AcceleratorArgs;
import com.pulumi.aws.globalaccelerator.EndpointGroup;
import com.pulumi.aws.globalaccelerator.EndpointGroupArgs;
import com.pulumi.aws.globalaccelerator.Listener;
import com.pulumi.aws.globalaccelerator.ListenerArgs;
import com.pulumi.aws.globalaccelerator.inputs.AcceleratorAttributesArgs;
import com.pulumi.aws.globalaccelerator.inputs.EndpointGroupEndpointConfigurationArgs;
import com.pulumi.aws.globalaccelerator.inputs.ListenerPortRangeArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.wiring.bucket.PrivateBucket;
import io.cellwall.wiring.key.EncryptionKey;
import java.util.Map;
import java.util.Optional;

/** The zone's accelerator, its listener, its groups and its flow logs. */
final class ZoneAccelerator extends ComponentResource {

  private static final int HTTPS = 443;

  private final Accelerator accelerator;

  ZoneAccelerator(AcceleratorPlan plan, ComponentResourceOptions options) {
    super("cellwall:edge:ZoneAccelerator", plan.name(), options);
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    EncryptionKey key = new EncryptionKey(plan.recordsKey(), part);
    PrivateBucket records = new PrivateBucket(plan.records(), Optional.of(key.arn()), part);
    accelerator =
        new Accelerator(
            plan.name(),
            AcceleratorArgs.builder()
                .name(plan.name())
                .ipAddressType("IPV4")
                .enabled(true)
                .attributes(
                    AcceleratorAttributesArgs.builder()
                        .flowLogsEnabled(true)
                        .flowLogsS3Bucket(plan.records().bucket())
                        .flowLogsS3Prefix("accelerator")
                        .build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            // Its addresses are in the hands of everybody who calls, and lost with it.
            CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(records.settings())
                .protect(true)
                .build());
    Listener listener =
        new Listener(
            plan.name(),
            ListenerArgs.builder()
                .acceleratorArn(accelerator.id())
                .protocol("TCP")
                .clientAffinity("NONE")
                .portRanges(ListenerPortRangeArgs.builder().fromPort(HTTPS).toPort(HTTPS).build())
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    plan.groups().forEach(group -> group(group, listener));
    registerOutputs(Map.of());
  }

  // Load balancers are checked by their own health checks.
  private void group(AcceleratorPlan.Group group, Listener listener) {
    new EndpointGroup(
        group.name(),
        EndpointGroupArgs.builder()
            .listenerArn(listener.id())
            .endpointGroupRegion(group.region().code())
            .trafficDialPercentage(100.0)
            .endpointConfigurations(
                EndpointGroupEndpointConfigurationArgs.builder()
                    .endpointId(group.loadBalancer())
                    .attachmentArn(group.attachment())
                    .clientIpPreservationEnabled(true)
                    .weight(128)
                    .build())
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  /** The accelerator. */
  Accelerator accelerator() {
    return accelerator;
  }
}
