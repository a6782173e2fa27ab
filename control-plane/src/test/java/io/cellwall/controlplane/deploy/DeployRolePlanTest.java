package io.cellwall.controlplane.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.controlplane.ControlPlanePlan;
import io.cellwall.controlplane.ExampleStacks;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.StackName;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployRolePlanTest {

  private static final String ACCOUNT = "206626436606";

  @Test
  void should_say_which_lines_to_add_for_types_that_are_not_known() {
    TreeSet<String> types =
        new TreeSet<>(
            List.of("aws:sqs/queue:Queue", "aws:kinesis/stream:Stream", "aws:mq/broker:Broker"));

    assertThatThrownBy(() -> planOf(types))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "it is not known what a deploy role must be allowed for 2 of the types that the stack"
                + " creates; add to"
                + " control-plane/src/main/resources/io/cellwall/controlplane/deploy/actions.txt,"
                + " with the actions that create, read, change, tag and delete one:%n".formatted()
                + "  type aws:kinesis/stream:Stream SERVICE:ACTION,...%n".formatted()
                + "  type aws:mq/broker:Broker SERVICE:ACTION,...");
  }

  @Test
  void should_allow_what_a_type_needs_on_the_stacks_own_names_alone() {
    List<Statement> statements = statements(planOf(typesOf("aws:sqs/queue:Queue")));

    assertThat(statements)
        .containsExactly(
            Statement.allow(
                    "Ownsqs",
                    "sqs:CreateQueue",
                    "sqs:DeleteQueue",
                    "sqs:GetQueueAttributes",
                    "sqs:GetQueueUrl",
                    "sqs:ListQueueTags",
                    "sqs:SetQueueAttributes",
                    "sqs:TagQueue",
                    "sqs:UntagQueue")
                .on("arn:aws:sqs:eu-west-1:" + ACCOUNT + ":eu-west-1-cell-03-*"));
  }

  @Test
  void should_make_and_change_roles_only_within_the_stacks_boundary() {
    List<Statement> statements =
        statements(planOf(typesOf("aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy")));

    assertThat(statements)
        .filteredOn(
            each ->
                each.actions().stream()
                    .anyMatch(
                        action ->
                            List.of(
                                    "iam:CreateRole",
                                    "iam:PutRolePolicy",
                                    "iam:PutRolePermissionsBoundary")
                                .contains(action)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.sid()).isEqualTo("RolesWithinTheBoundary");
              assertThat(each.resources())
                  .containsExactly("arn:aws:iam::" + ACCOUNT + ":role/eu-west-1-cell-03-*");
              assertThat(each.conditions().toString())
                  .isEqualTo(
                      "{StringEquals={iam:PermissionsBoundary=[arn:aws:iam::"
                          + ACCOUNT
                          + ":policy/eu-west-1-cell-03-boundary]}}");
            });
  }

  @Test
  void should_hand_roles_only_to_the_services_that_the_types_name() {
    assertThat(statements(planOf(typesOf("aws:codebuild/project:Project"))))
        .contains(
            Statement.allow("HandRolesToServices", "iam:PassRole")
                .on("arn:aws:iam::" + ACCOUNT + ":role/eu-west-1-cell-03-*")
                .when("StringEquals", "iam:PassedToService", "codebuild.amazonaws.com"));
  }

  @Test
  void should_reach_the_region_of_dnssec_keys_only_where_a_zone_is_signed() throws IOException {
    assertThat(ExampleStacks.plan("edge-eu").roles().policies().toString())
        .contains("arn:aws:kms:us-east-1:164104575004:key/*");
    assertThat(ExampleStacks.plan("eu-west-1-cell-03").roles().toString())
        .doesNotContain("us-east-1");
  }

  @Test
  void should_copy_backups_and_nothing_else_to_the_other_region() throws IOException {
    List<Statement> elsewhere =
        statements(ExampleStacks.plan("eu-west-1-cell-01")).stream()
            .filter(each -> each.toString().contains("eu-north-1"))
            .toList();

    assertThat(elsewhere)
        .isNotEmpty()
        .flatExtracting(Statement::actions)
        .allMatch(action -> action.matches("(backup|backup-storage|kms):.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1-cell-03", "edge-eu-west-1", "edge-eu", "global-edge"})
  void should_fit_into_the_limits_of_iam(String stack) throws IOException {
    DeployRolePlan roles = ExampleStacks.plan(stack).roles();

    assertThat(Stream.concat(roles.policies().stream(), Stream.of(roles.work(), roles.boundary())))
        .allMatch(policy -> policy.length() <= PolicyDocument.LONGEST);
    assertThat(roles.policies()).hasSizeLessThan(DeployRolePlan.MOST_POLICIES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1-cell-03", "edge-eu-west-1", "edge-eu", "global-edge"})
  void should_allow_everything_only_to_actions_that_take_no_resource(String stack)
      throws IOException {
    assertThat(statements(ExampleStacks.plan(stack)))
        .filteredOn(each -> each.resources().contains("*"))
        .isNotEmpty()
        .allMatch(each -> each.sid().startsWith("TakeNoResource"))
        .allMatch(
            each ->
                each.sid().equals("TakeNoResourceNorRegion")
                    || each.conditions().toString().contains("aws:RequestedRegion"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1-cell-03", "edge-eu-west-1", "edge-eu", "global-edge"})
  void should_name_nothing_of_the_control_plane_in_what_deploying_takes(String stack)
      throws IOException {
    assertThat(statements(ExampleStacks.plan(stack)))
        .flatExtracting(Statement::resources)
        .noneMatch(arn -> arn.contains("control-plane-"));
  }

  private static List<Statement> statements(ControlPlanePlan plan) {
    return plan.roles().policies().stream().flatMap(each -> each.statements().stream()).toList();
  }

  private static TreeSet<String> typesOf(String... types) {
    return new TreeSet<>(List.of(types));
  }

  private static ControlPlanePlan planOf(TreeSet<String> types) {
    return ControlPlanePlan.of(
        ExampleStacks.inventory(), StackName.parse("eu-west-1-cell-03"), types);
  }
}
