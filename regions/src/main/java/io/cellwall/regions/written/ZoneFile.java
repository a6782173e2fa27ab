package io.cellwall.regions.written;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.written.Constraint.Between;
import io.cellwall.regions.written.Constraint.Items;
import io.cellwall.regions.written.Constraint.MayBeMissing;
import io.cellwall.regions.written.Constraint.Shaped;
import java.util.List;

/** {@code zones/<zone>.yaml} as written. */
@Described("A residency zone: the regions that its data may rest in, pass through or be used in")
public record ZoneFile(
    @Described("Names of the laws that the zone keeps, such as GDPR")
        @Items(min = 1, max = 16)
        @Shaped(
            pattern = "[A-Za-z0-9][A-Za-z0-9 _.:/=+@-]{0,63}",
            says = "1 to 64 letters, digits, spaces or _.:/=+@-, as AWS allows in tags")
        Field<List<Field<String>>> regulations,
    @Described("The zone's regions; each belongs to this zone alone") @Items(min = 1, max = 64)
        Field<List<Field<Region>>> regions,
    @Described("The host name that the zone's users call") Field<HostName> host,
    @Described("The one region that writes the home-cell table") Field<Region> writerRegion,
    @Described("Account of the zone's edge stack, of nothing else") Field<AccountId> account,
    @Described("The edge of each region, where the routers stand, by region")
        Field<List<Entry<Region, Edge>>> edges,
    @Described("Quotas that AWS has raised for the account, by code")
        @MayBeMissing
        @Between(min = 0, max = 1_000_000_000)
        Field<List<Entry<QuotaCode, Long>>> approvedQuotas,
    @Described("Number of the key that signs the zone's tokens, one more at each rotation; else 1")
        @MayBeMissing
        @Between(min = 1, max = 1_000_000)
        Field<Long> signingKey,
    @Described("What AWS made up when the zone's edge was built, recorded at admission")
        @MayBeMissing
        Field<Facts> facts) {

  /** The key {@code facts}. */
  @Described("Recorded facts of the zone's edge")
  public record Facts(
      @Described("Name servers of the zone's hosted zone") @Items(min = 1, max = 8)
          Field<List<Field<HostName>>> nameServers,
      @Described("DS record of the zone's hosted zone, in quotes")
          @MayBeMissing
          @Shaped(
              pattern = "[0-9]{1,5} 13 2 [0-9A-Fa-f]{64}",
              says = "a key tag, 13 (ECDSA P-256), 2 (SHA-256) and 64 hexadecimal digits")
          Field<String> delegationSigner) {}

  /** One entry of the key {@code edges}. */
  @Described("The edge of one region")
  public record Edge(
      @Described("Account of the region's edge stack, of nothing else") Field<AccountId> account,
      @Described("The routers' addresses, never changed, never used again") Field<Cidr> cidr,
      @Described("Quotas that AWS has raised for the account, by code")
          @MayBeMissing
          @Between(min = 0, max = 1_000_000_000)
          Field<List<Entry<QuotaCode, Long>>> approvedQuotas,
      @Described("Availability zones of the routers, by id; left out, az1 to az3")
          @MayBeMissing
          @Items(min = 2, max = 3)
          Field<List<Field<AvailabilityZoneId>>> availabilityZones,
      @Described("What AWS made up when the region's edge was built, recorded at admission")
          @MayBeMissing
          Field<EdgeFacts> facts) {}

  /** What is recorded of one region's edge. */
  @Described("Recorded facts of a region's edge")
  public record EdgeFacts(
      @Described("ARN of the routers' load balancer")
          @Shaped(
              pattern =
                  "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer/app/"
                      + "[A-Za-z0-9-]{1,32}/[0-9a-f]{16}",
              says = "the ARN of an application load balancer")
          Field<String> loadBalancer,
      @Described("ARN of the attachment by which the zone's accelerator may use the load balancer")
          @Shaped(
              pattern =
                  "arn:aws[a-z-]*:globalaccelerator::[0-9]{12}:attachment/[0-9a-f]{8}"
                      + "(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
              says = "the ARN of a cross-account attachment")
          Field<String> attachment,
      @Described("The record by which ACM knows that the zone's host name is ours")
          Field<CertificateRecord> certificateRecord,
      @Described("Name servers of the cells' hosted zone, in the one region that holds it")
          @MayBeMissing
          @Items(min = 1, max = 8)
          Field<List<Field<HostName>>> cellNameServers) {}

  /** The key {@code certificateRecord}. */
  @Described("A CNAME record")
  public record CertificateRecord(
      @Described("Its name, below the zone's host name")
          @Shaped(
              pattern = "_[0-9a-z]{1,62}(?:[.][a-z0-9-]{1,63})+",
              says = "a host name that begins with an underscore")
          Field<String> name,
      @Described("What it points at: a host of ACM")
          @Shaped(
              pattern = "_[0-9a-z]{1,62}[.][a-z0-9]{1,63}[.]acm-validations[.]aws",
              says = "a host below acm-validations.aws")
          Field<String> target) {}

  /** The regions that are well-formed. */
  public List<Region> regionList() {
    return regions.value().orElse(List.of()).stream()
        .flatMap(region -> region.value().stream())
        .toList();
  }

  /** The entries of {@code edges}, none where the key is missing or broken. */
  public List<Entry<Region, Edge>> edgeList() {
    return edges.value().orElse(List.of());
  }
}
