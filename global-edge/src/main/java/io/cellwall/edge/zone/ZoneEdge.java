package io.cellwall.edge.zone;

import static java.util.Objects.requireNonNull;

import com.pulumi.aws.Provider;
import com.pulumi.aws.globalaccelerator.Accelerator;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.edge.Descriptor;
import io.cellwall.edge.dns.SignedZone;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;

/** What stands before a zone's cells and belongs to no one region. */
public final class ZoneEdge extends ComponentResource {

  private static final int FIVE_MINUTES = 300;

  /**
   * Makes the edge.
   *
   * @param providers a provider for each of {@link ZoneEdgePlan#regions()}
   * @param keyProvider a provider where AWS wants the key of DNSSEC, for nothing else
   * @throws IllegalArgumentException if one is missing
   */
  public ZoneEdge(
      ZoneEdgePlan plan,
      Map<Region, Provider> providers,
      Provider keyProvider,
      ComponentResourceOptions options) {
    super("cellwall:edge:ZoneEdge", plan.name(), options);
    List<Region> missing =
        plan.regions().stream().filter(region -> !providers.containsKey(region)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          plan.name() + " has resources in " + missing + " and got no provider for them");
    }
    Provider writer = requireNonNull(providers.get(plan.region()));
    ComponentResourceOptions part =
        ComponentResourceOptions.builder().parent(this).provider(writer).build();
    new HomeCellTable(plan.homeCells(), providers, part);
    ZoneAccelerator accelerator = new ZoneAccelerator(plan.accelerator(), part);
    new SigningKeys(plan.name(), plan.signingKeys(), writer, providers, part);
    SignedZone hostedZone = new SignedZone(plan.hostedZone(), keyProvider, part);
    CustomResourceOptions child =
        CustomResourceOptions.builder().parent(this).provider(writer).build();
    api(plan, hostedZone, accelerator.accelerator(), child);
    plan.certificateRecords()
        .forEach(
            (name, record) ->
                new Record(
                    name,
                    RecordArgs.builder()
                        .zoneId(hostedZone.id())
                        .name(record.name())
                        .type("CNAME")
                        .ttl(FIVE_MINUTES)
                        .records(record.target())
                        .build(),
                    child));
    Descriptor.publish(
        plan.descriptor(),
        Map.of(
            "nameServers",
            hostedZone.nameServers().applyValue(each -> each),
            "delegationSigner",
            hostedZone.delegationSigner().applyValue(each -> each)),
        child);
    registerOutputs(Map.of());
  }

  private static void api(
      ZoneEdgePlan plan,
      SignedZone hostedZone,
      Accelerator accelerator,
      CustomResourceOptions child) {
    new Record(
        plan.name() + "-api",
        RecordArgs.builder()
            .zoneId(hostedZone.id())
            .name(plan.hostedZone().host().toString())
            .type("A")
            .aliases(
                RecordAliasArgs.builder()
                    .name(Tied.to(accelerator, accelerator.dnsName()))
                    .zoneId(Tied.to(accelerator, accelerator.hostedZoneId()))
                    // The accelerator itself turns away from a region that is unhealthy.
                    .evaluateTargetHealth(false)
                    .build())
            .build(),
        child);
  }
}
