package io.cellwall.cell.network;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * An interface endpoint: the way to a service of AWS that leaves neither the cell's subnets nor its
 * account. It stands in the nodes' subnets, in every availability zone of the cell, under the
 * service's own host name.
 *
 * @param name the endpoint's name
 * @param serviceName the service's name in the region
 * @param policy what may pass
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint
 *     policies</a>
 */
public record InterfaceEndpointPlan(String name, String serviceName, PolicyDocument policy) {

  // Nothing but what a runtime asks to pull an image.
  private static final String[] PULL = {
    "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"
  };

  /** The endpoints of the cell at this place. */
  static List<InterfaceEndpointPlan> of(Place place, Cell cell) {
    return Arrays.stream(EndpointService.values())
        .filter(service -> service.serves(place.region(), cell.compute().nodes()))
        .map(
            service ->
                new InterfaceEndpointPlan(
                    place.named(service.part()),
                    service.nameIn(place.region()),
                    policy(place, service)))
        .toList();
  }

  private static PolicyDocument policy(Place place, EndpointService service) {
    PolicyDocument own =
        PolicyDocument.of(
            ofAccount("OwnAccount", place, place.account().value())
                .actions(service.actions() + ":*"));
    return switch (service) {
      case ECR_API, ECR_DKR -> withImagesOfAddOns(place, own);
      default -> own;
    };
  }

  // EKS's add-ons have their images in a registry of AWS's in the region: read, and nothing else.
  private static PolicyDocument withImagesOfAddOns(Place place, PolicyDocument own) {
    return EksRegistries.of(place.region())
        .map(eks -> own.with(ofAccount("ImagesOfAddOns", place, eks.value()).actions(PULL)))
        .orElse(own);
  }

  // By principals of the cell's account, on what this account owns. Calls that name no resource
  // carry the caller's account as the resource's.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
  private static Statement ofAccount(String sid, Place place, String owner) {
    return Statement.allow(sid)
        .by(Principal.anyone())
        .onEverything()
        .when("StringEquals", "aws:PrincipalAccount", place.account().value())
        .when("StringEquals", "aws:ResourceAccount", owner);
  }
}
