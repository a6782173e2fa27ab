package io.cellwall.regions.written;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.DeployRules;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.ImageDigest;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ReleaseKey;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.written.Constraint.Between;
import io.cellwall.regions.written.Constraint.MayBeMissing;
import io.cellwall.regions.written.Constraint.Shaped;

/** {@code fleet.yaml} as written. */
@Described("What holds for every zone and cell of the fleet")
public record FleetFile(
    @Described("Short name of who runs the fleet; first part of globally unique names")
        @Shaped(
            pattern = "[a-z][a-z0-9-]{0,14}[a-z0-9]",
            says = "2 to 16 lower-case letters, digits or inner hyphens, first a letter")
        Field<String> organization,
    @Described("The team that answers for the fleet; the owner tag of every resource")
        @Shaped(
            pattern = "[A-Za-z0-9][A-Za-z0-9 _.:/=+@-]{0,63}",
            says = "1 to 64 letters, digits, spaces or _.:/=+@-, as AWS allows in tags")
        Field<String> owner,
    @Described("Parent domain of every host name of the fleet") Field<HostName> domain,
    @Described("The private block that every cell and edge takes its addresses from")
        Field<Cidr> addressPool,
    @Described("The release that cells run unless they are pinned to another")
        Field<Release> release,
    @Described("The Kubernetes version that clusters run unless they are pinned, in quotes")
        Field<KubernetesVersion> kubernetesVersion,
    @Described("What each size class of cells holds") Field<Sizes> sizes,
    @Described("What no cell may exceed") Field<Limits> limits,
    @Described("Where the global edge stack lives; it holds cell metadata only")
        Field<GlobalEdge> globalEdge,
    @Described("Images that the routers of every region run; left out, no router runs yet")
        @MayBeMissing
        Field<Routers> routerImages,
    @Described("The largest share of the fleet's users that each kind of failure may reach")
        @MayBeMissing
        Field<BlastRadius> blastRadius,
    @Described("How stacks are deployed; left out, a person approves each and none is deployed")
        @MayBeMissing
        Field<Deploy> deploy) {

  /** The key {@code blastRadius}. */
  @Described("The budgets; a kind of failure that is left out has none")
  public record BlastRadius(
      @Described("One machine of a cluster") @MayBeMissing Field<TenantShare> node,
      @Described("One availability zone, for every stack in it") @MayBeMissing
          Field<TenantShare> availabilityZone,
      @Described("One cluster, and with it its cell") @MayBeMissing Field<TenantShare> cluster,
      @Described("One region, with its cells and its edge") @MayBeMissing Field<TenantShare> region,
      @Described("A wrong change, deployed as it is") @MayBeMissing
          Field<TenantShare> configuration,
      @Described("Data that is corrupt or deleted") @MayBeMissing Field<TenantShare> data,
      @Described("Something that several stacks rest on") @MayBeMissing
          Field<TenantShare> dependency,
      @Described("A tenant that takes what is meant for all") @MayBeMissing
          Field<TenantShare> noisyNeighbour) {

    /** The budget of a kind of failure. */
    public Field<TenantShare> of(Failure failure) {
      return switch (failure) {
        case NODE -> node;
        case AVAILABILITY_ZONE -> availabilityZone;
        case CLUSTER -> cluster;
        case REGION -> region;
        case CONFIGURATION -> configuration;
        case DATA -> data;
        case DEPENDENCY -> dependency;
        case NOISY_NEIGHBOUR -> noisyNeighbour;
      };
    }
  }

  /** The key {@code deploy}. */
  @Described("How stacks are deployed by their pipelines")
  public record Deploy(
      @Described("Whose plans a person approves before they are carried out")
          Field<DeployRules.Approval> approval,
      @Described("US dollars a month in a stack's account and region, above which an alarm is sent")
          @Between(min = 1, max = 10_000_000)
          Field<Long> monthlyBudget,
      @Described(
              "Public key that releases are signed for: openssl ec -pubout -outform DER | base64 -w0;"
                  + " left out, pipelines refuse every release")
          @MayBeMissing
          Field<ReleaseKey> releaseKey,
      @Described("Workflows that may plan and deploy too; left out, the pipeline alone may")
          @MayBeMissing
          Field<Oidc> oidc) {}

  /** The key {@code deploy.oidc}. */
  @Described("Whom a provider must vouch for: workflows in the environment of the stack's name")
  public record Oidc(
      @Described("The provider, as IAM names it; each account has it as an identity provider")
          @Shaped(
              pattern =
                  "(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,6}[a-z]{2,24}(?:/[A-Za-z0-9_-]{1,60}){0,4}",
              says = "a host, and a path if it has one, without https://")
          Field<String> issuer,
      @Described("Whom its tokens are for")
          @Shaped(
              pattern = "[A-Za-z0-9][A-Za-z0-9.:/_-]{0,126}",
              says = "1 to 127 letters, digits or .:/_-")
          Field<String> audience,
      @Described("The repository whose workflows they are")
          @Shaped(
              pattern = "[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}",
              says = "owner/name, of letters, digits or .-_")
          Field<String> repository) {}

  /** The key {@code routerImages}. */
  @Described("The routers' images, by digest, in quotes")
  public record Routers(
      @Described("The proxy") Field<ImageDigest> envoy,
      @Described("The service that tells the proxy a tenant's home cell")
          Field<ImageDigest> lookup) {}

  /** The key {@code sizes}. */
  @Described("The size classes")
  public record Sizes(
      @Described("The smallest class of cells") Field<Size> small,
      @Described("The middle class of cells") Field<Size> medium,
      @Described("The largest class of cells") Field<Size> large) {}

  /** What one size class holds. */
  @Described("What a cell of the class holds")
  public record Size(
      @Described("The most users that a cell of the class may serve")
          @Between(min = 1, max = 1_000_000_000)
          Field<Long> users,
      // A VPC has /16 at most; below /20 the pods of three availability zones run out of addresses.
      // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
      @Described("Prefix length of the cell's address block") @Between(min = 16, max = 20)
          Field<Long> prefixLength) {}

  /** The key {@code limits}. */
  @Described("The limits")
  public record Limits(
      @Described("The largest share of the fleet's users at home in one cell")
          Field<TenantShare> cellShare) {}

  /** The key {@code globalEdge}. */
  @Described("The global edge")
  public record GlobalEdge(
      @Described("Account of the global edge stack, of nothing else") Field<AccountId> account,
      @Described("Region that the global edge stack's provider uses; it may be in no zone")
          Field<Region> region) {}

  /** What the class of this size holds. */
  public Field<Size> size(CellSize size) {
    return sizes.at(
        all ->
            switch (size) {
              case SMALL -> all.small();
              case MEDIUM -> all.medium();
              case LARGE -> all.large();
            });
  }
}
