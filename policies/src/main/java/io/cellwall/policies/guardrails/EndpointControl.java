package io.cellwall.policies.guardrails;

import io.cellwall.regions.model.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * What may pass a VPC endpoint of a place: its own principals, to its own resources and to those
 * few of AWS's that it needs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint
 *     policies</a>
 */
final class EndpointControl {

  private static final List<String> TWINS =
      List.of("ForeignAccount", "ForeignReference", "OpenPrincipal");

  private EndpointControl() {}

  static List<Wall> walls(Perimeter perimeter) {
    List<String> account =
        Perimeter.ids(perimeter.account().map(List::of).orElse(List.copyOf(perimeter.callers())));
    List<Wall> doors = new ArrayList<>();
    doors.add(
        Wall.allow("OwnPrincipalsToOwnResources", TWINS, List.of("*"))
            .when("StringEquals", "aws:PrincipalAccount", account)
            .when("StringEquals", "aws:ResourceAccount", Perimeter.ids(perimeter.owners())));
    if (!perimeter.registries().isEmpty()) {
      doors.add(
          Wall.allow(
                  "ImagesOfAddOns",
                  TWINS,
                  List.of(
                      "ecr:BatchCheckLayerAvailability",
                      "ecr:BatchGetImage",
                      "ecr:GetDownloadUrlForLayer"))
              .when("StringEquals", "aws:PrincipalAccount", account)
              .when("StringEquals", "aws:ResourceAccount", Perimeter.ids(perimeter.registries())));
    }
    // ECR signs the links to layers itself, so the principal is not of the place.
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
    doors.add(
        Wall.allow("LayersOfImages", TWINS, List.of("s3:GetObject"))
            .on(
                perimeter.regions().stream()
                    .map(Region::code)
                    .map(
                        region ->
                            "arn:"
                                + perimeter.partition()
                                + ":s3:::prod-"
                                + region
                                + "-starport-layer-bucket/*")
                    .toArray(String[]::new)));
    return doors;
  }
}
