package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.Reference.Kind;
import io.cellwall.regions.model.StackName;
import java.util.Set;

/**
 * What the edges of one zone may know of one another. The zone's edge admits its regions' routers
 * and sends to their load balancers; a region's edge lets the zone's accelerator in and reads the
 * zone's table. Two regions' edges know nothing of each other, so that none fails with another.
 */
final class EdgeDoors {

  /** Where the zone's edge names the account or the resources of a region's edge. */
  private static final Set<String> OF_ZONE =
      Set.of(
          "aws:dynamodb/resourcePolicy:ResourcePolicy",
          "aws:globalaccelerator/endpointGroup:EndpointGroup",
          "aws:kms/key:Key",
          "aws:s3/bucketPolicy:BucketPolicy");

  /** Where a region's edge names the account or the resources of the zone's edge. */
  private static final Set<String> OF_REGION =
      Set.of(
          "aws:ec2/vpcEndpoint:VpcEndpoint",
          "aws:ecs/taskDefinition:TaskDefinition",
          "aws:globalaccelerator/crossAccountAttachment:CrossAccountAttachment",
          "aws:iam/policy:Policy",
          "aws:iam/rolePolicy:RolePolicy");

  private static final Set<Kind> NAMES = Set.of(Kind.HOST, Kind.NAME);

  /** How a region's edge knows a cell: by name, by host, by endpoint service. */
  private static final Set<Kind> CELL_METADATA =
      Set.of(Kind.NAME, Kind.HOST, Kind.ENDPOINT_SERVICE);

  private EdgeDoors() {}

  static boolean admits(Home home, Node node, Reference reference) {
    if (reference.owner() instanceof Owner.OtherCell cell) {
      return cell.sameZone()
          && !cell.retired()
          && (isOfRegion(home.stack()) ? CELL_METADATA : NAMES).contains(reference.kind());
    }
    if (!(reference.owner() instanceof Owner.Edge other)) {
      return false;
    }
    if (NAMES.contains(reference.kind())) {
      return true;
    }
    boolean names = reference.kind() == Kind.ARN || reference.kind() == Kind.ACCOUNT;
    return isOfRegion(home.stack())
        ? names && isOfZone(other.stack()) && OF_REGION.contains(node.type())
        : names && isOfRegion(other.stack()) && OF_ZONE.contains(node.type());
  }

  private static boolean isOfRegion(StackName stack) {
    return stack instanceof StackName.OfRegionEdge;
  }

  private static boolean isOfZone(StackName stack) {
    return stack instanceof StackName.OfZoneEdge;
  }
}
