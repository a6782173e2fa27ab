package io.cellwall.cell.ingress;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerConnectionLogsArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.network.Part;
import io.cellwall.cell.network.Tier;
import io.cellwall.wiring.Tied;
import io.cellwall.wiring.bucket.PrivateBucket;
import java.util.List;
import java.util.Map;

/** The application load balancer, without a listener, and the target group behind it. */
final class RequestLoadBalancer extends ComponentResource {

  private final LoadBalancer loadBalancer;
  private final TargetGroup gateway;

  RequestLoadBalancer(
      LoadBalancerPlan plan,
      Network network,
      AccessLogsPlan logs,
      PrivateBucket bucket,
      ComponentResourceOptions options) {
    super("cellwall:cell:RequestLoadBalancer", plan.name(), options);
    loadBalancer =
        new LoadBalancer(
            plan.name(),
            LoadBalancerArgs.builder()
                .name(plan.name())
                .loadBalancerType("application")
                .internal(true)
                .ipAddressType("ipv4")
                .subnets(network.subnetIds(Tier.LOAD_BALANCERS))
                .securityGroups(
                    network.securityGroups().id(Part.LOAD_BALANCER).applyValue(List::of))
                .enableDeletionProtection(true)
                .enableZonalShift(true)
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode("strictest")
                .preserveHostHeader(true)
                // The routers say who the client is; the peer is the entrance, which says nothing.
                .xffHeaderProcessingMode("preserve")
                .enableWafFailOpen(false)
                .accessLogs(
                    LoadBalancerAccessLogsArgs.builder()
                        .bucket(logs.bucket().bucket())
                        .prefix(logs.requests())
                        .enabled(true)
                        .build())
                .connectionLogs(
                    LoadBalancerConnectionLogsArgs.builder()
                        .bucket(logs.bucket().bucket())
                        .prefix(logs.connections())
                        .enabled(true)
                        .build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .protect(true)
                .dependsOn(bucket.settings())
                .build());
    gateway = gateway(plan, network);
    registerOutputs(Map.of());
  }

  /** The load balancer's ARN. */
  Output<String> arn() {
    return Tied.to(loadBalancer, loadBalancer.arn());
  }

  /** How CloudWatch names the load balancer: {@code app/<name>/<id>}. */
  Output<String> metricName() {
    return Tied.to(loadBalancer, loadBalancer.arnSuffix());
  }

  /** ARN of the target group of the ingress controller. */
  Output<String> gatewayArn() {
    return Tied.to(gateway, gateway.arn());
  }

  private TargetGroup gateway(LoadBalancerPlan plan, Network network) {
    return new TargetGroup(
        plan.targetGroup(),
        TargetGroupArgs.builder()
            .name(plan.targetGroup())
            .vpcId(network.vpcId())
            .targetType("ip")
            .protocol("HTTPS")
            .port(plan.targetPort())
            .deregistrationDelay(plan.deregistrationSeconds())
            .loadBalancingAlgorithmType("least_outstanding_requests")
            .healthCheck(
                TargetGroupHealthCheckArgs.builder()
                    .protocol("HTTP")
                    .port(Integer.toString(plan.readinessPort()))
                    .path(plan.readinessPath())
                    .matcher("200")
                    .build())
            .tags(Map.of("Name", plan.targetGroup()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }
}
