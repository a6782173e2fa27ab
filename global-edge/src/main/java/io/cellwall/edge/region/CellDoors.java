package io.cellwall.edge.region;

import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.route53.inputs.ZoneVpcArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;

/** The endpoints to the cells, under the cells' own names, which only the routers resolve so. */
final class CellDoors extends ComponentResource {

  private static final int HOUR = 3600;

  private final Output<List<String>> nameServers;

  CellDoors(
      String name,
      CellDoorsPlan plan,
      Region region,
      EdgeNetwork network,
      ComponentResourceOptions options) {
    super("cellwall:edge:CellDoors", name, options);
    Zone hosts =
        new Zone(
            plan.privateZone(),
            ZoneArgs.builder()
                .name(plan.domain().toString())
                .comment("The cells as the routers of " + name + " reach them")
                .vpcs(
                    ZoneVpcArgs.builder()
                        .vpcId(network.vpc().id())
                        .vpcRegion(region.code())
                        .build())
                .forceDestroy(false)
                .tags(Map.of("Name", plan.privateZone()))
                .build(),
            child());
    plan.doors().forEach(door -> door(door, hosts, network));
    nameServers =
        plan.directory()
            .map(directory -> directory(plan.domain(), directory))
            .orElseGet(() -> Output.of(List.of()));
    registerOutputs(Map.of());
  }

  private void door(CellDoorsPlan.Door door, Zone hosts, EdgeNetwork network) {
    VpcEndpointArgs.Builder arguments =
        VpcEndpointArgs.builder()
            .vpcId(network.vpc().id())
            .vpcEndpointType("Interface")
            .serviceName(door.service())
            .privateDnsEnabled(false)
            .subnetIds(network.subnetIds(door.subnets()))
            .securityGroupIds(network.groups().endpoints().applyValue(List::of))
            .tags(Map.of("Name", door.name()));
    door.serviceRegion().ifPresent(region -> arguments.serviceRegion(region.code()));
    VpcEndpoint endpoint = new VpcEndpoint(door.name(), arguments.build(), child());
    var names = Tied.to(endpoint, endpoint.dnsEntries());
    new Record(
        door.name(),
        RecordArgs.builder()
            .zoneId(hosts.id())
            .name(door.host().toString())
            .type("A")
            .aliases(
                RecordAliasArgs.builder()
                    .name(names.applyValue(each -> each.get(0).dnsName().orElse("")))
                    .zoneId(names.applyValue(each -> each.get(0).hostedZoneId().orElse("")))
                    .evaluateTargetHealth(false)
                    .build())
            .build(),
        child());
  }

  private Output<List<String>> directory(HostName domain, CellDoorsPlan.Directory directory) {
    Zone zone =
        new Zone(
            directory.name(),
            ZoneArgs.builder()
                .name(domain.toString())
                .comment("Delegates to the cells' hosted zones")
                .forceDestroy(false)
                .tags(Map.of("Name", directory.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).build());
    for (CellDoorsPlan.Delegation each : directory.delegations()) {
      new Record(
          each.name(),
          RecordArgs.builder()
              .zoneId(zone.id())
              .name(each.host().toString())
              .type("NS")
              .ttl(HOUR)
              .records(each.nameServers().stream().map(HostName::value).toList())
              .build(),
          child());
    }
    return Tied.to(zone, zone.nameServers());
  }

  /** The name servers of the cells' public hosted zone; none where another region holds it. */
  Output<List<String>> nameServers() {
    return nameServers;
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
