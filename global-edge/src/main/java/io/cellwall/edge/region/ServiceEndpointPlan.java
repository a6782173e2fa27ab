package io.cellwall.edge.region;

import io.cellwall.edge.EdgeNames;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An endpoint to one of AWS's services.
 *
 * @param name its name
 * @param service what it is for: {@code s3}, {@code ecr.api}
 * @param gateway whether it is a gateway, which costs nothing, or an interface
 * @param serviceName its service's name in the region
 * @param policy what may pass
 */
public record ServiceEndpointPlan(
    String name, String service, boolean gateway, String serviceName, PolicyDocument policy) {

  private static final List<String> INTERFACES =
      List.of("ecr.api", "ecr.dkr", "logs", "monitoring");

  static List<ServiceEndpointPlan> of(EdgeNames names, Region region) {
    Place place = names.regionAt(region);
    List<ServiceEndpointPlan> endpoints =
        new ArrayList<>(
            List.of(
                endpoint(place, "dynamodb", true, PolicyDocument.of(theTable(names, region))),
                endpoint(
                    place,
                    "s3",
                    true,
                    PolicyDocument.of(
                        ofAccount(place, "OwnBuckets", "s3:*"),
                        theKeySet(names, region),
                        layersOfImages(region)))));
    for (String service : INTERFACES) {
      String actions = service.equals("monitoring") ? "cloudwatch" : service.split("[.]", 2)[0];
      endpoints.add(
          endpoint(
              place,
              service,
              false,
              PolicyDocument.of(ofAccount(place, "OwnAccount", actions + ":*"))));
    }
    return List.copyOf(endpoints);
  }

  private static ServiceEndpointPlan endpoint(
      Place place, String service, boolean gateway, PolicyDocument policy) {
    return new ServiceEndpointPlan(
        place.named(service.replace('.', '-')),
        service,
        gateway,
        "com.amazonaws." + place.region() + "." + service,
        policy);
  }

  // An endpoint's policy knows no principal but everybody; the conditions say who, and on what.
  private static Statement ofAccount(Place place, String sid, String actions) {
    return by(place, sid)
        .actions(actions)
        .onEverything()
        .when("StringEquals", "aws:ResourceAccount", place.account().value());
  }

  private static Statement theTable(EdgeNames names, Region region) {
    return by(names.regionAt(region), "TheZonesTable")
        .actions("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Scan")
        .on(names.homeCells(region));
  }

  private static Statement theKeySet(EdgeNames names, Region region) {
    return by(names.regionAt(region), "TheZonesKeySet")
        .actions("s3:GetObject")
        .on(Arn.objectsOf(region, names.keySetBucket(region)));
  }

  private static Statement by(Place place, String sid) {
    return Statement.allow(sid)
        .by(Principal.anyone())
        .when("StringEquals", "aws:PrincipalAccount", place.account().value());
  }

  // ECR hands out layers from this bucket of AWS's by links that it has signed itself.
  private static Statement layersOfImages(Region region) {
    return Statement.allow("LayersOfImages")
        .by(Principal.anyone())
        .actions("s3:GetObject")
        .on(Arn.objectsOf(region, "prod-" + region + "-starport-layer-bucket"));
  }
}
