package io.cellwall.policies.network.path;

import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.routing.Hubs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** VPC Lattice: which services a VPC gets to by the service networks it is associated with. */
final class ServiceNetworks {

  private static final String AT = "aws:vpclattice/";

  /**
   * A service within reach.
   *
   * @param association what puts the VPC into the service network
   * @param service the service, or resource configuration
   */
  record Reach(Resource association, Resource service) {}

  private final Map<Resource, List<Reach>> byVpc = new LinkedHashMap<>();

  ServiceNetworks(Resources resources) {
    Map<String, List<Resource>> services = new LinkedHashMap<>();
    for (String kind : List.of("Service", "Resource")) {
      String type =
          AT + "serviceNetwork%1$sAssociation:ServiceNetwork%1$sAssociation".formatted(kind);
      for (Resource more : resources.of(type)) {
        String property =
            kind.equals("Service") ? "serviceIdentifier" : "resourceConfigurationIdentifier";
        services
            .computeIfAbsent(
                network(resources, more, "serviceNetworkIdentifier"), x -> new ArrayList<>())
            .addAll(resources.refer(more, property, type2 -> type2.startsWith(AT)).resources());
      }
    }
    join(
        resources,
        services,
        resources.of(AT + "serviceNetworkVpcAssociation:ServiceNetworkVpcAssociation"),
        "vpcIdentifier",
        "serviceNetworkIdentifier");
    join(
        resources,
        services,
        resources.of(AwsTypes.array(AwsTypes.VPC_ENDPOINT)),
        "vpcId",
        "serviceNetworkArn");
  }

  private static String network(Resources resources, Resource from, String property) {
    Reference network = resources.refer(from, property, type -> type.startsWith(AT));
    return Hubs.key(from, network);
  }

  private void join(
      Resources resources,
      Map<String, List<Resource>> services,
      List<Resource> associations,
      String vpcProperty,
      String networkProperty) {
    for (Resource association : associations) {
      List<Resource> reached =
          services.getOrDefault(network(resources, association, networkProperty), List.of());
      for (Resource vpc :
          resources.refer(association, vpcProperty, AwsTypes.in(AwsTypes.VPC)).resources()) {
        reached.forEach(
            service ->
                byVpc
                    .computeIfAbsent(vpc, each -> new ArrayList<>())
                    .add(new Reach(association, service)));
      }
    }
  }

  List<Reach> from(Vpc vpc) {
    return byVpc.getOrDefault(vpc.resource(), List.of());
  }
}
