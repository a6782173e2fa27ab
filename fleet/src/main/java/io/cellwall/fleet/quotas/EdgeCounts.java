package io.cellwall.fleet.quotas;

import static io.cellwall.fleet.quotas.Counting.one;
import static io.cellwall.fleet.quotas.Counting.onePer;
import static io.cellwall.fleet.quotas.Counting.own;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.regions.model.QuotaCode;
import java.util.List;
import java.util.Map;

/** What names and accelerators count against. */
final class EdgeCounts {

  private static final QuotaCode GROUPS_OF_ACCELERATOR =
      new QuotaCode("fixed:endpoint-groups-per-accelerator");
  private static final QuotaCode GROUPS_OF_LISTENER =
      new QuotaCode("fixed:endpoint-groups-per-listener-and-region");

  static final Map<String, List<Counting>> ALL =
      Map.ofEntries(
          Map.entry("aws:route53/zone:Zone", List.of(one("L-4EA4796A"))),
          Map.entry("aws:route53/record:Record", List.of(onePer("L-E209CC9F", "zone", "zoneId"))),
          Map.entry("aws:route53/healthCheck:HealthCheck", List.of(one("L-ACB674F3"))),
          Map.entry("aws:globalaccelerator/accelerator:Accelerator", List.of(one("L-BE074EF3"))),
          Map.entry(
              "aws:globalaccelerator/listener:Listener",
              List.of(
                  onePer("L-C6F903E5", "accelerator", "acceleratorArn"),
                  own(
                      "fixed:port-ranges-per-listener",
                      "listener",
                      listener -> listener.items("portRanges").size()))),
          Map.entry(
              "aws:globalaccelerator/endpointGroup:EndpointGroup",
              List.of(
                  EdgeCounts::group,
                  own(
                      "fixed:load-balancers-per-endpoint-group",
                      "endpoint group",
                      group -> group.items("endpointConfigurations").size()))),
          Map.entry(
              "aws:globalaccelerator/crossAccountAttachment:CrossAccountAttachment",
              List.of(one("L-E201D224"))));

  private EdgeCounts() {}

  // A listener has one group in each region; an accelerator so many for all its listeners.
  private static void group(Declared group, Home home, Tally tally) {
    String listener = Counting.subject(group, "listener", "listenerArn");
    String region = group.text("endpointGroupRegion").orElse(home.region().code());
    tally.add(home, GROUPS_OF_LISTENER, listener + " in " + region, 1);
    String accelerator =
        group
            .referred("listenerArn")
            .map(found -> Counting.subject(found, "accelerator", "acceleratorArn"))
            .orElse("the accelerator of " + listener);
    tally.add(home, GROUPS_OF_ACCELERATOR, accelerator, 1);
  }
}
