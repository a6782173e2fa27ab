package io.cellwall.cell.data;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;

/**
 * The cell's queue, and the one for messages that nobody could handle.
 *
 * @param jobs the queue
 * @param dead where its messages go after {@code mostReceives} attempts; it takes them from no
 *     other queue
 * @param mostReceives attempts
 */
public record QueuePlan(Queue jobs, Queue dead, int mostReceives) {

  private static final int DAY = 86_400;

  /**
   * A queue.
   *
   * @param name the queue's name
   * @param arn its ARN, known before it exists
   * @param retentionSeconds how long a message is kept, at most 14 days
   * @param visibilitySeconds how long a receiver has, before another gets the message
   * @param policy refuses requests without TLS, and other accounts whatever their policies say
   */
  public record Queue(
      String name, Arn arn, int retentionSeconds, int visibilitySeconds, PolicyDocument policy) {

    private static Queue of(Place place, String part, int days) {
      String name = place.named(part);
      Arn arn = place.arn("sqs", name);
      return new Queue(name, arn, days * DAY, 60, policyOf(place, arn));
    }
  }

  /** The queues of the cell at this place. */
  static QueuePlan of(Place place) {
    return new QueuePlan(Queue.of(place, "jobs", 4), Queue.of(place, "jobs-dead", 14), 5);
  }

  private static PolicyDocument policyOf(Place place, Arn queue) {
    return PolicyDocument.of(
        Statement.deny("TlsOnly")
            .by(Principal.anyone())
            .actions("sqs:*")
            .on(queue)
            .when("Bool", "aws:SecureTransport", "false"),
        Statement.deny("OwnAccountOnly")
            .by(Principal.anyone())
            .actions("sqs:*")
            .on(queue)
            .when("StringNotEquals", "aws:PrincipalAccount", place.account().value()));
  }
}
