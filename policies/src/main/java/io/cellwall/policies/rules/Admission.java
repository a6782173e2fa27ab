package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.Reference.Kind;
import java.util.Set;

/** What a stack may name beyond itself: the few doors in the walls that the design has. */
public final class Admission {

  /** Where a cell says who may connect to its PrivateLink endpoint service. */
  private static final Set<String> ENDPOINT_SERVICES =
      Set.of(
          "aws:ec2/vpcEndpointService:VpcEndpointService",
          "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple");

  private Admission() {}

  public static boolean admits(Home home, Node node, Reference reference) {
    Owner owner = reference.owner();
    if (owner instanceof Owner.ThisStack
        || owner instanceof Owner.ItsZone
        || owner instanceof Owner.Aws) {
      return true;
    }
    if (home.isGlobal()) {
      return isGlobalByDesign(home, node, reference) || admitsToGlobalEdge(reference);
    }
    if (!home.isCell()) {
      return isGlobalByDesign(home, node, reference) || EdgeDoors.admits(home, node, reference);
    }
    return owner instanceof Owner.Edge
        ? cellMayName(node, reference)
        : Replication.isDeclared(home, node, reference);
  }

  // A provider for what AWS runs in one region only; what is made with it is a rule's.
  private static boolean isGlobalByDesign(Home home, Node node, Reference reference) {
    return node.kind() == Node.Kind.PROVIDER
        && reference.kind() == Kind.REGION
        && reference.property().equals("region")
        && home.regionsByDesign().stream()
            .anyMatch(region -> region.code().equals(reference.token()));
  }

  // Only metadata of cells and zones may be global: never an account, a resource or an address.
  private static boolean admitsToGlobalEdge(Reference reference) {
    return (reference.kind() == Kind.NAME
            || reference.kind() == Kind.HOST
            || reference.kind() == Kind.REGION)
        && (reference.owner() instanceof Owner.OtherZone
            || reference.owner() instanceof Owner.OtherCell
            || reference.owner() instanceof Owner.Edge);
  }

  private static boolean cellMayName(Node node, Reference reference) {
    return switch (reference.kind()) {
      case HOST -> true;
      case ARN, ACCOUNT -> ENDPOINT_SERVICES.contains(node.type());
      case CIDR -> SecurityGroups.isOne(node);
      case REGION, RESOURCE_ID, ENDPOINT_SERVICE, NAME, BUCKET, PRINCIPAL -> false;
    };
  }
}
