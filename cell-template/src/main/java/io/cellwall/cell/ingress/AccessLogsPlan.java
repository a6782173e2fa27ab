package io.cellwall.cell.ingress;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.stream.Stream;

/**
 * The bucket of the load balancer's logs.
 *
 * <p>S3's own key encrypts it: load balancers can write to no other kind of bucket. The network
 * load balancer has no log of its own, since it ends no TLS; the flow log has its connections.
 *
 * @param name name of the bucket among resources and tags
 * @param bucket the bucket's name; the organization makes it unique among all of AWS
 * @param policy whom the bucket admits
 * @param requests prefix of the log of requests
 * @param connections prefix of the log of connections
 * @param retentionDays how long logs are kept
 * @param formerVersionDays how long what was written over or deleted is kept
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html">Access
 *     logs</a>
 */
public record AccessLogsPlan(
    String name,
    String bucket,
    PolicyDocument policy,
    String requests,
    String connections,
    int retentionDays,
    int formerVersionDays) {

  private static final int A_YEAR = 365;
  private static final String REQUESTS = "requests";
  private static final String CONNECTIONS = "connections";

  static AccessLogsPlan of(Place place, String organization) {
    String name = place.named("access-logs");
    String bucket = organization + "-" + name;
    return new AccessLogsPlan(
        name, bucket, policy(place, bucket), REQUESTS, CONNECTIONS, A_YEAR, 30);
  }

  private static PolicyDocument policy(Place place, String bucket) {
    Arn all = Arn.ofBucket(place.region(), bucket);
    Arn objects = Arn.ofBucket(place.region(), bucket + "/*");
    return PolicyDocument.of(
        // Elastic Load Balancing writes under the account of the load balancer, and only there.
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
                place.arn("elasticloadbalancing", "loadbalancer/*").toString()),
        Statement.deny("SpeakTls")
            .by(Principal.anyone())
            .actions("s3:*")
            .on(all, objects)
            .when("Bool", "aws:SecureTransport", "false"),
        Statement.deny("SpeakTlsOfToday")
            .by(Principal.anyone())
            .actions("s3:*")
            .on(all, objects)
            .when("NumericLessThan", "s3:TlsVersion", "1.2"));
  }

  private static Arn logs(Place place, String prefix) {
    return Arn.ofBucket(place.region(), prefix + "/AWSLogs/" + place.account() + "/*");
  }
}
