package io.cellwall.policies.network.connector;

import io.cellwall.policies.network.connector.Connector.Kind;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.List;

/** What lets other accounts join: RAM shares, permissions on interfaces, open transit gateways. */
final class ShareConnectors {

  private final Resources resources;
  private final Accounts accounts;

  ShareConnectors(Network network, Accounts accounts) {
    this.resources = network.resources();
    this.accounts = accounts;
  }

  List<Connector> find() {
    List<Connector> found = new ArrayList<>();
    for (Resource share : resources.of("aws:ram/resourceShare:ResourceShare")) {
      if (share.flag("allowExternalPrincipals", false, true)) {
        found.add(share(share, new Place.Unknown(), "allowExternalPrincipals"));
      }
    }
    for (Resource more : resources.of("aws:ram/principalAssociation:PrincipalAssociation")) {
      principal(more, more.part("principal"), found);
    }
    for (Resource more : resources.of("aws:ram/resourceShareAccepter:ResourceShareAccepter")) {
      boolean own =
          resources
              .refer(more, "shareArn", type -> type.equals("aws:ram/resourceShare:ResourceShare"))
              .resources()
              .stream()
              .anyMatch(each -> each.stack().equals(more.stack()));
      if (!own) {
        found.add(share(more, sharer(more), "shareArn"));
      }
    }
    for (Resource more :
        resources.of("aws:ec2/networkInterfacePermission:NetworkInterfacePermission")) {
      principal(more, more.part("awsAccountId"), found);
    }
    for (Resource more :
        resources.of("aws:globalaccelerator/crossAccountAttachment:CrossAccountAttachment")) {
      more.parts("principals").forEach(part -> principal(more, part, found));
    }
    for (Resource gateway : resources.of(AwsTypes.array(AwsTypes.TRANSIT_GATEWAY))) {
      open(gateway, found);
    }
    return found;
  }

  private Place sharer(Resource accepter) {
    return accepter
        .text("shareArn")
        .map(
            arn ->
                resources.named(arn).stream()
                    .findFirst()
                    .map(Places::of)
                    .orElseGet(() -> new Place.Foreign(arn)))
        .orElse(new Place.Unknown());
  }

  private void principal(Resource by, Resource.Part part, List<Connector> found) {
    Place principal =
        Resource.text(part.value()).map(accounts::principal).orElse(new Place.Unknown());
    if (principal.isBeyond(by.stack())) {
      found.add(share(by, principal, part.property()));
    }
  }

  private static Connector share(Resource by, Place to, String property) {
    return Kind.RESOURCE_SHARE.between(Places.of(by), to, by.stack(), by.urn(), property);
  }

  // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html: association and
  // propagation are on unless switched off, acceptance of shared attachments is not.
  private static void open(Resource gateway, List<Connector> found) {
    for (String property :
        List.of(
            "autoAcceptSharedAttachments",
            "defaultRouteTableAssociation",
            "defaultRouteTablePropagation")) {
      if (gateway.flag(property, !property.startsWith("auto"), true)) {
        found.add(
            Kind.TRANSIT_GATEWAY_OPEN.between(
                Places.of(gateway), new Place.Unknown(), gateway.stack(), gateway.urn(), property));
      }
    }
  }
}
