package io.cellwall.rehearsal.rules;

import io.cellwall.policies.graph.Value;
import io.cellwall.rehearsal.cloud.Account;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.CloudRule;
import io.cellwall.rehearsal.cloud.Refusal;
import java.util.Map;
import java.util.Optional;

/** What is protected, or still used by something else, is not deleted. */
public final class Deletion implements CloudRule {

  private static final Value TRUE = new Value.Bool(true);

  @Override
  public void delete(CloudObject doomed, Account account) {
    String guard = doomed.facts().guard();
    if (TRUE.equals(doomed.outputs().values().get(guard))) {
      throw new Refusal(
          "OperationNotPermitted",
          "%s has %s: set it to false and deploy that first".formatted(doomed.title(), guard));
    }
    if (doomed.facts().put()) {
      // A setting of something else, or what AWS made and goes on having.
      return;
    }
    account.objects().stream()
        .filter(each -> !each.order().urn().equals(doomed.order().urn()))
        .flatMap(each -> use(doomed, each).stream())
        .findFirst()
        .ifPresent(
            use -> {
              throw new Refusal(
                  "DependencyViolation", "%s is in use: %s".formatted(doomed.title(), use));
            });
  }

  // How one resource uses the other, in words; empty if it does not.
  private static Optional<String> use(CloudObject doomed, CloudObject other) {
    for (Map.Entry<String, String> inside : other.facts().inside().entrySet()) {
      if (inside.getValue().equals(doomed.type())
          && other.inputs().text(inside.getKey()).filter(doomed.handles()::contains).isPresent()) {
        return Optional.of("%s of %s".formatted(inside.getKey(), other.title()));
      }
    }
    Optional<String> path =
        Optional.ofNullable(References.ec2Ids(other.inputs()).get(doomed.id()))
            .or(
                () ->
                    doomed.facts().held() && References.texts(other.inputs()).contains(doomed.id())
                        ? Optional.of("its ARN")
                        : Optional.empty());
    return path.map(each -> "%s of %s".formatted(each, other.title()));
  }
}
