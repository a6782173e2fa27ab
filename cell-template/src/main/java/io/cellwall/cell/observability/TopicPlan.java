package io.cellwall.cell.observability;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;

/**
 * The cell's topic of alerts. Whoever is to be called subscribes in the cell's account.
 *
 * @param name the topic's name
 * @param arn its ARN, known before it exists
 * @param policy who may publish: the alert manager and the alarms of this account
 * @see <a
 *     href="https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-receiver-AMPpermission.html">Permission
 *     to send alerts</a>
 */
public record TopicPlan(String name, Arn arn, PolicyDocument policy) {

  static TopicPlan of(Place place) {
    String name = place.named("alerts");
    Arn arn = place.arn("sns", name);
    return new TopicPlan(
        name,
        arn,
        PolicyDocument.of(
            publish(place, arn, "Alerts", "aps.amazonaws.com", place.arn("aps", "workspace/*"))
                .actions("sns:GetTopicAttributes", "sns:Publish"),
            publish(
                place,
                arn,
                "Alarms",
                "cloudwatch.amazonaws.com",
                place.arn("cloudwatch", "alarm:" + place.named("*"))),
            Statement.deny("TlsOnly")
                .by(Principal.anyone())
                .actions("sns:Publish")
                .on(arn)
                .when("Bool", "aws:SecureTransport", "false")));
  }

  private static Statement publish(Place place, Arn topic, String sid, String service, Arn source) {
    return Statement.allow(sid)
        .by(Principal.service(service))
        .actions("sns:Publish")
        .on(topic)
        .when("StringEquals", "aws:SourceAccount", place.account().value())
        .when("ArnLike", "aws:SourceArn", source.toString());
  }
}
