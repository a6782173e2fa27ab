package io.cellwall.policies.network.routing;

import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Endpoints of VPCs, the services they lead to, and the load balancers behind those. */
public final class PrivateLinks {

  private final Resources resources;

  PrivateLinks(Resources resources) {
    this.resources = resources;
  }

  /** All endpoints. */
  public List<Resource> endpoints() {
    return resources.of(AwsTypes.array(AwsTypes.VPC_ENDPOINT));
  }

  /** The endpoint service that an endpoint names. */
  public Reference service(Resource endpoint) {
    Reference named =
        resources.refer(endpoint, "serviceName", AwsTypes.in(AwsTypes.ENDPOINT_SERVICE));
    if (named instanceof Reference.Foreign foreign) {
      // com.amazonaws.vpce.<region>.vpce-svc-<id>, where the service gave no name
      String id = foreign.id().substring(foreign.id().lastIndexOf('.') + 1);
      List<Resource> found =
          resources.named(id).stream()
              .filter(each -> AwsTypes.ENDPOINT_SERVICE.contains(each.type()))
              .toList();
      return found.isEmpty() ? foreign : new Reference.Found(found);
    }
    return named;
  }

  /** Whether an endpoint leads to a service of AWS itself, or of nobody. */
  public boolean isOfAws(Resource endpoint) {
    String name = endpoint.text("serviceName").orElse("").toLowerCase(Locale.ROOT);
    boolean customer = name.contains(".vpce.") || name.contains("vpce-svc-");
    return !customer
        && (name.startsWith("com.amazonaws.")
            || name.startsWith("aws.")
            || name.startsWith("cn.com.amazonaws."));
  }

  /** The load balancers behind a service. */
  public List<Resource> loadBalancers(Resource service) {
    List<Resource> found = new ArrayList<>();
    for (String property : List.of("networkLoadBalancerArns", "gatewayLoadBalancerArns")) {
      for (Resource.Part part : service.parts(property)) {
        found.addAll(
            resources.refer(service, part, AwsTypes.in(AwsTypes.LOAD_BALANCER)).resources());
      }
    }
    return found;
  }
}
