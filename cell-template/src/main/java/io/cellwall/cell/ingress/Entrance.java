package io.cellwall.cell.ingress;

import com.pulumi.aws.ec2.VpcEndpointService;
import com.pulumi.aws.ec2.VpcEndpointServiceArgs;
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
import io.cellwall.cell.network.Network;
import io.cellwall.cell.network.Part;
import io.cellwall.cell.network.Tier;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;

/** The endpoint service and the network load balancer behind it. */
final class Entrance extends ComponentResource {

  private final EntrancePlan plan;
  private final TargetGroup onward;
  private final VpcEndpointService service;

  Entrance(EntrancePlan plan, Network network, ComponentResourceOptions options) {
    super("cellwall:cell:Entrance", plan.name(), options);
    this.plan = plan;
    onward = onward(network);
    LoadBalancer loadBalancer = loadBalancer(network);
    new Listener(
        plan.name(),
        ListenerArgs.builder()
            .loadBalancerArn(Tied.to(loadBalancer, loadBalancer.arn()))
            .protocol("TCP")
            .port(plan.port())
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(onwardArn())
                    .build())
            .tags(Map.of("Name", plan.name()))
            .build(),
        child());
    service =
        new VpcEndpointService(
            plan.name(),
            VpcEndpointServiceArgs.builder()
                .acceptanceRequired(true)
                .networkLoadBalancerArns(
                    Tied.to(loadBalancer, loadBalancer.arn()).applyValue(List::of))
                .allowedPrincipals(plan.allowedPrincipals().stream().map(Arn::toString).toList())
                .supportedRegions(plan.supportedRegions().stream().map(Region::code).toList())
                .supportedIpAddressTypes("ipv4")
                .tags(Map.of("Name", plan.name()))
                .build(),
            child());
    registerOutputs(Map.of());
  }

  /** ARN of the target group that the application load balancer joins. */
  Output<String> onwardArn() {
    return Tied.to(onward, onward.arn());
  }

  /** The endpoint service's name, a fact of the inventory. */
  Output<String> serviceName() {
    return Tied.to(service, service.serviceName());
  }

  private LoadBalancer loadBalancer(Network network) {
    return new LoadBalancer(
        plan.name(),
        LoadBalancerArgs.builder()
            .name(plan.name())
            .loadBalancerType("network")
            .internal(true)
            .ipAddressType("ipv4")
            .subnets(network.subnetIds(Tier.LOAD_BALANCERS))
            .securityGroups(network.securityGroups().id(Part.ENTRANCE).applyValue(List::of))
            // The group sees the routers' own addresses.
            .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic("on")
            .enableCrossZoneLoadBalancing(true)
            .enableZonalShift(true)
            .enableDeletionProtection(true)
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).protect(true).build());
  }

  private TargetGroup onward(Network network) {
    return new TargetGroup(
        plan.name(),
        TargetGroupArgs.builder()
            .name(plan.name())
            .vpcId(network.vpcId())
            .targetType("alb")
            .protocol("TCP")
            .port(plan.port())
            .healthCheck(
                TargetGroupHealthCheckArgs.builder()
                    .protocol("HTTPS")
                    .port("traffic-port")
                    .path(plan.healthPath())
                    .matcher("200")
                    .build())
            .tags(Map.of("Name", plan.name()))
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
