package io.cellwall.cell.ingress;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.bucket.PrivateBucketPlan;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.stream.Stream;

/**
 * The load balancer's logs.
 *
 * <p>S3's own key encrypts them: load balancers can write to no other kind of bucket. The network
 * load balancer has no log of its own, since it ends no TLS; the flow log has its connections.
 *
 * @param bucket the bucket; the organization makes its name unique among all of AWS
 * @param requests prefix of the log of requests
 * @param connections prefix of the log of connections
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html">Access
 *     logs</a>
 */
public record AccessLogsPlan(PrivateBucketPlan bucket, String requests, String connections) {

  private static final int A_YEAR = 365;
  private static final String REQUESTS = "requests";
  private static final String CONNECTIONS = "connections";

  static AccessLogsPlan of(Place place, String organization) {
    String name = place.named("access-logs");
    String bucket = organization + "-" + name;
    return new AccessLogsPlan(
        PrivateBucketPlan.of(place.region(), name, bucket)
            .admitting(
                // Elastic Load Balancing writes under the account of the load balancer only.
                Statement.allow("WriteLogsOfTheLoadBalancer")
                    .by(Principal.service("logdelivery.elasticloadbalancing.amazonaws.com"))
                    .actions("s3:PutObject")
                    .on(
                        Stream.of(REQUESTS, CONNECTIONS)
                            .map(prefix -> logs(place, bucket + "/" + prefix))
                            .toArray(Arn[]::new))
                    .when(
                        "ArnLike",
                        "aws:SourceArn",
                        place.arn("elasticloadbalancing", "loadbalancer/*").toString()))
            .keepingRecordsFor(A_YEAR),
        REQUESTS,
        CONNECTIONS);
  }

  private static Arn logs(Place place, String prefix) {
    return Arn.ofBucket(place.region(), prefix + "/AWSLogs/" + place.account() + "/*");
  }
}
