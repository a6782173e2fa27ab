package io.cellwall.regions.written;

import io.cellwall.regions.model.AccountId;
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
        Field<List<Entry<QuotaCode, Long>>> approvedQuotas) {

  /** One entry of the key {@code edges}. */
  @Described("The edge of one region")
  public record Edge(
      @Described("Account of the region's edge stack, of nothing else") Field<AccountId> account,
      @Described("The routers' addresses, never changed, never used again") Field<Cidr> cidr,
      @Described("Quotas that AWS has raised for the account, by code")
          @MayBeMissing
          @Between(min = 0, max = 1_000_000_000)
          Field<List<Entry<QuotaCode, Long>>> approvedQuotas) {}

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
