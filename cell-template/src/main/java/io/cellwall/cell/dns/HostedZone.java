package io.cellwall.cell.dns;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;

/**
 * The cell's hosted zone.
 *
 * <p>It is protected: its name servers are a fact of the inventory, and another zone of the same
 * name has others.
 */
public final class HostedZone extends ComponentResource {

  private final Zone zone;

  /**
   * Makes the zone and its records.
   *
   * @param name the component's name
   */
  public HostedZone(String name, HostedZonePlan plan, ComponentResourceOptions options) {
    super("cellwall:cell:HostedZone", name, options);
    zone =
        new Zone(
            plan.name(),
            ZoneArgs.builder()
                .name(plan.host().toString())
                .comment("The cell's own zone: certificates, no addresses")
                .forceDestroy(false)
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).build());
    plan.records().forEach(entry -> entry(plan, entry));
    registerOutputs(Map.of());
  }

  /** The zone's id. */
  public Output<String> id() {
    return zone.id();
  }

  /** The zone's ARN. */
  public Output<String> arn() {
    return Tied.to(zone, zone.arn());
  }

  /** The zone's name servers: what the zone's edge delegates to. */
  public Output<List<String>> nameServers() {
    return Tied.to(zone, zone.nameServers());
  }

  private void entry(HostedZonePlan plan, HostedZonePlan.Entry entry) {
    new Record(
        entry.name(),
        RecordArgs.builder()
            .zoneId(zone.id())
            .name(plan.host().toString())
            .type(entry.type())
            .ttl(entry.ttl())
            .records(entry.values())
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }
}
