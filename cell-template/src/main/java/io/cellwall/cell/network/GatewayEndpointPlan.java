package io.cellwall.cell.network;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.List;

/**
 * A gateway endpoint: the way from the nodes to S3 or DynamoDB that leaves neither AWS's network
 * nor the cell's account.
 *
 * @param name the endpoint's name
 * @param service the service, {@code s3} or {@code dynamodb}
 * @param serviceName the endpoint service's name in the region
 * @param policy what may pass
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html">Gateway
 *     endpoints</a>
 */
public record GatewayEndpointPlan(
    String name, String service, String serviceName, PolicyDocument policy) {

  /** The endpoints of the cell at this place. */
  static List<GatewayEndpointPlan> of(Place place) {
    Statement ownTables = ownAccountOnly(place, "OwnTables", "dynamodb:*");
    Statement ownBuckets = ownAccountOnly(place, "OwnBuckets", "s3:*");
    return List.of(
        endpoint(place, "dynamodb", PolicyDocument.of(ownTables)),
        endpoint(place, "s3", PolicyDocument.of(ownBuckets, layersOfImages(place))));
  }

  // Gateway endpoints are called com.amazonaws in every partition, China too; only interface
  // endpoints are called cn.com.amazonaws there.
  private static GatewayEndpointPlan endpoint(Place place, String service, PolicyDocument policy) {
    return new GatewayEndpointPlan(
        place.named(service),
        service,
        "com.amazonaws." + place.region().code() + "." + service,
        policy);
  }

  // A gateway endpoint's policy knows no principal but everybody; the condition says who.
  // https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
  private static Statement ownAccountOnly(Place place, String sid, String actions) {
    String account = place.account().value();
    return Statement.allow(sid)
        .by(Principal.anyone())
        .actions(actions)
        .onEverything()
        .when("StringEquals", "aws:PrincipalAccount", account)
        .when("StringEquals", "aws:ResourceAccount", account);
  }

  // ECR hands out layers from this bucket of AWS's by links that ECR itself has signed, so the
  // principal is not of the cell.
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
  private static Statement layersOfImages(Place place) {
    String bucket = "prod-" + place.region().code() + "-starport-layer-bucket";
    return Statement.allow("LayersOfImages")
        .by(Principal.anyone())
        .actions("s3:GetObject")
        .on(Arn.objectsOf(place.region(), bucket));
  }
}
