package io.cellwall.edge.global;

import com.pulumi.aws.Provider;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.edge.Descriptor;
import io.cellwall.edge.dns.SignedZone;
import io.cellwall.regions.model.HostName;
import java.util.List;
import java.util.Map;

/** The parent domain, its delegations and the directory of zones. */
public final class GlobalEdge extends ComponentResource {

  private static final int HOUR = 3600;

  /**
   * Makes the stack above the zones.
   *
   * @param keyProvider a provider where AWS wants the key of DNSSEC, for nothing else
   */
  public GlobalEdge(GlobalEdgePlan plan, Provider keyProvider, ComponentResourceOptions options) {
    super("cellwall:edge:GlobalEdge", plan.name(), options);
    SignedZone parent =
        new SignedZone(
            plan.hostedZone(),
            keyProvider,
            ComponentResourceOptions.builder().parent(this).build());
    for (GlobalEdgePlan.Delegation each : plan.delegations()) {
      String host = each.host().toString();
      record(
          parent,
          each.name(),
          host,
          "NS",
          each.nameServers().stream().map(HostName::value).toList());
      if (!each.signers().isEmpty()) {
        record(parent, each.name() + "-signer", host, "DS", each.signers());
      }
    }
    for (GlobalEdgePlan.Entry each : plan.directory()) {
      record(parent, each.name(), each.record(), "TXT", each.values());
    }
    Descriptor.publish(
        plan.descriptor(),
        Map.of(
            "nameServers",
            parent.nameServers().applyValue(servers -> servers),
            "delegationSigner",
            parent.delegationSigner().applyValue(signer -> signer)),
        CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  private void record(
      SignedZone zone, String resource, String name, String type, List<String> values) {
    new Record(
        resource,
        RecordArgs.builder()
            .zoneId(zone.id())
            .name(name)
            .type(type)
            .ttl(HOUR)
            .records(values)
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }
}
