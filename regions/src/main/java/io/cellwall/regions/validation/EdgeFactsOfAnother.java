package io.cellwall.regions.validation;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import io.cellwall.regions.written.ZoneFile.CertificateRecord;
import io.cellwall.regions.written.ZoneFile.Edge;
import io.cellwall.regions.written.ZoneFile.EdgeFacts;

/** What is recorded of a region's edge is of its region, its account and its zone's host name. */
final class EdgeFactsOfAnother implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      for (Entry<Region, Edge> edge : file.content().edgeList()) {
        Region region = edge.key().orNull();
        AccountId account = edge.value().at(Edge::account).orNull();
        HostName host = file.content().host().orNull();
        Field<EdgeFacts> facts = edge.value().at(Edge::facts);
        if (region != null && account != null && facts.value().isPresent()) {
          String start = "edges." + region + ".facts.";
          String balancer = ":elasticloadbalancing:" + region + ":" + account + ":";
          String attachment = ":globalaccelerator::" + account + ":";
          must(file, facts.at(EdgeFacts::loadBalancer), balancer, start + "loadBalancer", report);
          must(file, facts.at(EdgeFacts::attachment), attachment, start + "attachment", report);
          name(file, facts, host, start + "certificateRecord.name", report);
        }
      }
    }
  }

  private static void must(
      WrittenFile<ZoneName, ZoneFile> file,
      Field<String> field,
      String holds,
      String key,
      Report report) {
    String arn = field.orNull();
    if (arn != null && !arn.contains(holds)) {
      report.violation(
          file,
          field,
          "%s is %s; it must be of the edge's own account and region: arn:…%s…"
              .formatted(key, arn, holds),
          "Record the facts of this region's edge.");
    }
  }

  private static void name(
      WrittenFile<ZoneName, ZoneFile> file,
      Field<EdgeFacts> facts,
      @org.jspecify.annotations.Nullable HostName host,
      String key,
      Report report) {
    Field<String> field = facts.at(EdgeFacts::certificateRecord).at(CertificateRecord::name);
    String name = field.orNull();
    if (name != null && host != null && !name.endsWith("." + host)) {
      report.violation(
          file,
          field,
          "%s is %s; it must end in .%s".formatted(key, name, host),
          "Record the facts of this region's edge.");
    }
  }
}
