package io.cellwall.edge.region;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.globalaccelerator.CrossAccountAttachment;
import com.pulumi.aws.globalaccelerator.CrossAccountAttachmentArgs;
import com.pulumi.aws.globalaccelerator.inputs.CrossAccountAttachmentResourceArgs;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.Resource;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Tied;
import io.cellwall.wiring.firewall.Firewall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How requests come in: load balancer, certificate, firewall, and the accelerator's leave. */
final class Entry extends ComponentResource {

  private static final int HTTPS = 443;

  private final LoadBalancer balancer;
  private final TargetGroup targets;
  private final Certificate certificate;
  private final CrossAccountAttachment attachment;
  private final Optional<Listener> listener;

  Entry(
      EntryPlan plan,
      Region region,
      EdgeNetwork network,
      Output<String> logsKeyArn,
      ComponentResourceOptions options) {
    super("cellwall:edge:Entry", plan.name(), options);
    balancer = balancer(plan, network);
    targets = targets(plan, network);
    certificate =
        new Certificate(
            plan.name(),
            CertificateArgs.builder()
                .domainName(plan.host().toString())
                .validationMethod("DNS")
                .keyAlgorithm("EC_prime256v1")
                .tags(Map.of("Name", plan.name()))
                .build(),
            child());
    Firewall firewall =
        new Firewall(
            plan.firewall(),
            balancer.id(),
            List.of(EdgeLogs.group(plan.firewall().name(), plan.firewallLogs(), logsKeyArn, this)),
            ComponentResourceOptions.builder().parent(this).build());
    attachment =
        new CrossAccountAttachment(
            plan.name(),
            CrossAccountAttachmentArgs.builder()
                .name(plan.name())
                .principals(plan.accelerator().value())
                .resources(
                    CrossAccountAttachmentResourceArgs.builder()
                        .endpointId(balancer.id())
                        .region(region.code())
                        .build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            child());
    listener = plan.open() ? Optional.of(listener(plan, firewall)) : Optional.empty();
    registerOutputs(Map.of());
  }

  private LoadBalancer balancer(EntryPlan plan, EdgeNetwork network) {
    return new LoadBalancer(
        plan.name(),
        LoadBalancerArgs.builder()
            .name(plan.name())
            .loadBalancerType("application")
            .internal(true)
            .ipAddressType("ipv4")
            .subnets(network.subnetIds(EdgeTier.ENTRY))
            .securityGroups(network.groups().entry().applyValue(List::of))
            .dropInvalidHeaderFields(true)
            .desyncMitigationMode("strictest")
            .enableDeletionProtection(true)
            .enableHttp2(true)
            .preserveHostHeader(true)
            .xffHeaderProcessingMode("append")
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .protect(true)
            .dependsOn(network.ways().toArray(Resource[]::new))
            .build());
  }

  private TargetGroup targets(EntryPlan plan, EdgeNetwork network) {
    return new TargetGroup(
        plan.targetGroup(),
        TargetGroupArgs.builder()
            .name(plan.targetGroup())
            .vpcId(network.vpc().id())
            .targetType("ip")
            .protocol("HTTPS")
            .protocolVersion("HTTP1")
            .port(EntryPlan.ROUTER_PORT)
            .deregistrationDelay(30)
            .healthCheck(
                TargetGroupHealthCheckArgs.builder()
                    .protocol("HTTPS")
                    .path(EntryPlan.READY_PATH)
                    .matcher("200")
                    .interval(10)
                    .timeout(5)
                    .healthyThreshold(2)
                    .unhealthyThreshold(2)
                    .build())
            .tags(Map.of("Name", plan.targetGroup()))
            .build(),
        child());
  }

  private Listener listener(EntryPlan plan, Firewall firewall) {
    // The record that it waits for is in the zone's hosted zone, which the zone's edge keeps.
    CertificateValidation issued =
        new CertificateValidation(
            plan.name(),
            CertificateValidationArgs.builder().certificateArn(certificate.id()).build(),
            CustomResourceOptions.builder()
                .parent(this)
                .customTimeouts(
                    CustomTimeouts.builder()
                        .create(Duration.ofMinutes(plan.validationMinutes()))
                        .build())
                .build());
    return new Listener(
        plan.name(),
        ListenerArgs.builder()
            .loadBalancerArn(balancer.id())
            .port(HTTPS)
            .protocol("HTTPS")
            .sslPolicy(plan.tlsPolicy())
            .certificateArn(Tied.to(issued, issued.certificateArn()))
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(targets.id())
                    .build())
            .tags(Map.of("Name", plan.name()))
            .build(),
        // No request passes before the firewall is there.
        CustomResourceOptions.builder().parent(this).dependsOn(firewall.complete()).build());
  }

  /** The routers' target group. */
  Output<String> targetGroup() {
    return targets.id();
  }

  /** What a service must wait for before it may use the target group. */
  Optional<Listener> listener() {
    return listener;
  }

  /** What the zone's edge must know of this one. */
  Map<String, Output<Object>> facts() {
    Map<String, Output<Object>> facts = new LinkedHashMap<>();
    facts.put("loadBalancer", balancer.id().applyValue(id -> id));
    facts.put("attachment", attachment.id().applyValue(id -> id));
    facts.put(
        "certificateRecord",
        Tied.to(certificate, certificate.domainValidationOptions())
            .applyValue(
                wanted ->
                    Map.of(
                        "name",
                        bare(wanted.get(0).resourceRecordName().orElse("")),
                        "target",
                        bare(wanted.get(0).resourceRecordValue().orElse("")))));
    return facts;
  }

  // ACM writes host names with the final dot, the inventory without.
  private static String bare(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
