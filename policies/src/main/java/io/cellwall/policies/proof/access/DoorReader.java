package io.cellwall.policies.proof.access;

import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PrincipalSet;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.policies.proof.inventory.ReadDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the statements that are declared doors, and what is left without them. */
final class DoorReader {

  private final Map<String, List<ReadDoor>> byProvider;

  DoorReader(List<ReadDoor> doors) {
    this.byProvider = doors.stream().collect(Collectors.groupingBy(ReadDoor::provider));
  }

  /** A resource without the statements that are doors, and the doors. */
  record Opened(Governed rest, List<AccessDoor> doors) {}

  Opened read(Governed governed) {
    List<ReadDoor> declared = byProvider.getOrDefault(governed.stack(), List.of());
    if (declared.isEmpty()) {
      return new Opened(governed, List.of());
    }
    List<AccessDoor> doors = new ArrayList<>();
    Resource all = governed.resource();
    Function<PolicyDocument, PolicyDocument> without =
        document -> without(document, declared, governed, doors);
    Resource rest =
        new Resource(
            all.arns(),
            all.account(),
            all.region(),
            all.policies().stream().map(without).toList(),
            all.grants(),
            all.controls(),
            all.facts());
    return new Opened(doors.isEmpty() ? governed : governed.with(rest), doors);
  }

  private static PolicyDocument without(
      PolicyDocument document, List<ReadDoor> declared, Governed governed, List<AccessDoor> doors) {
    List<Statement> rest = new ArrayList<>();
    for (Statement statement : document.statements()) {
      List<ReadDoor> through = declared.stream().filter(door -> isDoor(statement, door)).toList();
      if (through.isEmpty()) {
        rest.add(statement);
      } else {
        doors.add(
            new AccessDoor(
                through.get(0).consumer(),
                governed.stack(),
                roles(statement),
                statement.actions().texts().stream().map(PolicyText::raw).sorted().toList(),
                governed.resource().name()));
      }
    }
    return new PolicyDocument(document.name(), document.kind(), rest, document.problems());
  }

  /**
   * Whether the statement surely lets in roles of the consumer that it names, and to no more than
   * is declared.
   */
  private static boolean isDoor(Statement statement, ReadDoor door) {
    return statement.effect() == Effect.ALLOW
        && !statement.actions().negated()
        && statement.actions().texts().stream()
            .allMatch(action -> door.actions().contains(action.raw()))
        && statement.principals().filter(set -> isOf(set, door.account())).isPresent()
        && (namesRoles(statement) || roleConditions(statement, door.account()));
  }

  private static boolean isOf(PrincipalSet principals, String account) {
    return !principals.negated()
        && principals.patterns().stream()
            .allMatch(
                pattern ->
                    (pattern instanceof PrincipalPattern.Account all && all.id().equals(account))
                        || (pattern instanceof PrincipalPattern.Role role
                            && role.arn().contains(":iam::" + account + ":role/")));
  }

  private static boolean namesRoles(Statement statement) {
    return statement.principals().stream()
        .flatMap(set -> set.patterns().stream())
        .allMatch(PrincipalPattern.Role.class::isInstance);
  }

  private static boolean roleConditions(Statement statement, String account) {
    return statement.conditions().stream()
        .anyMatch(
            condition ->
                isOnPrincipal(condition)
                    && condition.values().stream()
                        .allMatch(
                            value ->
                                value.raw().matches("arn:[a-z-]+:iam::" + account + ":role/[^*?$]+")
                                    && !value.isUnknown()));
  }

  private static boolean isOnPrincipal(Condition condition) {
    return condition.key().equalsIgnoreCase("aws:PrincipalArn")
        && condition.needsOneValue()
        && List.of(
                Operator.ARN_EQUALS,
                Operator.ARN_LIKE,
                Operator.STRING_EQUALS,
                Operator.STRING_LIKE)
            .contains(condition.operator());
  }

  private static List<String> roles(Statement statement) {
    List<String> roles = new ArrayList<>();
    statement.principals().stream()
        .flatMap(set -> set.patterns().stream())
        .filter(PrincipalPattern.Role.class::isInstance)
        .forEach(pattern -> roles.add(((PrincipalPattern.Role) pattern).arn()));
    statement.conditions().stream()
        .filter(DoorReader::isOnPrincipal)
        .forEach(condition -> condition.values().forEach(value -> roles.add(value.raw())));
    return roles.stream().distinct().sorted().toList();
  }
}
