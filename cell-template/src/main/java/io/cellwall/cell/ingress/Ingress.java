package io.cellwall.cell.ingress;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.cell.dns.HostedZone;
import io.cellwall.cell.logs.LogGroups;
import io.cellwall.cell.logs.LogSource;
import io.cellwall.cell.network.Network;
import io.cellwall.wiring.bucket.PrivateBucket;
import io.cellwall.wiring.firewall.Firewall;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one way into the cell, as its plan says. */
public final class Ingress extends ComponentResource {

  private final Entrance entrance;
  private final RequestLoadBalancer loadBalancer;

  /**
   * Makes the way in.
   *
   * @param name the component's name
   * @param zone where the certificate's proof goes
   * @param logs where the firewall writes
   */
  public Ingress(
      String name,
      IngressPlan plan,
      Network network,
      HostedZone zone,
      LogGroups logs,
      ComponentResourceOptions options) {
    super("cellwall:cell:Ingress", name, options);
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    PrivateBucket records = new PrivateBucket(plan.accessLogs().bucket(), Optional.empty(), part);
    loadBalancer =
        new RequestLoadBalancer(plan.loadBalancer(), network, plan.accessLogs(), records, part);
    Firewall firewall =
        new Firewall(
            plan.firewall(), loadBalancer.arn(), List.of(logs.ready(LogSource.FIREWALL)), part);
    HostCertificate certificate = new HostCertificate(plan.certificate(), zone, part);
    entrance = new Entrance(plan.entrance(), network, part);
    plan.door()
        .ifPresent(
            door ->
                new Door(
                    door, plan.entrance(), entrance, loadBalancer, certificate, firewall, part));
    registerOutputs(Map.of());
  }

  /** Name of the endpoint service that the zone's edges connect to. */
  public Output<String> endpointServiceName() {
    return entrance.serviceName();
  }

  /** ARN of the target group that the ingress controller's pods are bound to. */
  public Output<String> targetGroupArn() {
    return loadBalancer.gatewayArn();
  }

  /** How CloudWatch names the application load balancer: {@code app/<name>/<id>}. */
  public Output<String> loadBalancerMetricName() {
    return loadBalancer.metricName();
  }

  /** ARN of the application load balancer. */
  public Output<String> loadBalancerArn() {
    return loadBalancer.arn();
  }
}
