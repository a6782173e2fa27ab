package io.cellwall.wiring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.wiring.Arn;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PolicyDocumentTest {

  private static final Arn ROLE = new Arn("aws", "iam", "", "111111111111", "role/reader");
  private static final Arn GROUP =
      new Arn("aws", "logs", "eu-west-1", "111111111111", "log-group:x");

  @Test
  void should_write_every_element_in_the_order_of_the_documentation() {
    // WHEN
    PolicyDocument policy =
        PolicyDocument.of(
            Statement.allow("Read")
                .by(Principal.aws(ROLE))
                .actions("logs:PutLogEvents", "logs:CreateLogStream")
                .on(GROUP)
                .when("StringEquals", "aws:SourceAccount", "111111111111"));
    // THEN
    assertThat(policy.json())
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow",\
            "Principal":{"AWS":["arn:aws:iam::111111111111:role/reader"]},\
            "Action":["logs:CreateLogStream","logs:PutLogEvents"],\
            "Resource":["arn:aws:logs:eu-west-1:111111111111:log-group:x"],\
            "Condition":{"StringEquals":{"aws:SourceAccount":["111111111111"]}}}]}""");
  }

  @Test
  void should_write_denials_of_all_actions_but_some() {
    assertThat(
            PolicyDocument.of(
                    Statement.deny("Rest").allActionsBut(List.of("sts:*", "iam:*")).onEverything())
                .json())
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"Rest","Effect":"Deny",\
            "NotAction":["iam:*","sts:*"],"Resource":["*"]}]}""");
  }

  @Test
  void should_write_services_and_everybody() {
    assertThat(
            PolicyDocument.of(
                    Statement.allow("A")
                        .by(Principal.service("vpc-flow-logs.amazonaws.com"))
                        .actions("sts:AssumeRole"))
                .with(
                    Statement.allow("B")
                        .by(Principal.anyone())
                        .actions("s3:GetObject")
                        .onEverything())
                .json())
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow",\
            "Principal":{"Service":["vpc-flow-logs.amazonaws.com"]},"Action":["sts:AssumeRole"]},\
            {"Sid":"B","Effect":"Allow","Principal":"*","Action":["s3:GetObject"],\
            "Resource":["*"]}]}""");
  }

  @Test
  void should_write_the_same_text_whatever_the_order_of_the_calls() {
    // GIVEN
    Statement statement = Statement.allow("Same").onEverything();
    // WHEN
    Statement one =
        statement.actions("a:B", "a:A").when("Bool", "k", "true").when("Bool", "j", "true");
    Statement other =
        statement.when("Bool", "j", "true").when("Bool", "k", "true").actions("a:A", "a:B", "a:A");
    // THEN
    assertThat(PolicyDocument.of(one).json()).isEqualTo(PolicyDocument.of(other).json());
    assertThat(one).isEqualTo(other);
  }

  @Test
  void should_stand_in_the_json_of_a_plan_as_the_policy_itself() {
    // GIVEN
    PolicyDocument policy = PolicyDocument.of(Statement.allow("A").actions("a:B").on(GROUP));
    // THEN
    assertThat(new JsonMapper().writeValueAsString(policy)).isEqualTo(policy.json());
  }

  @Test
  void should_refuse_what_iam_would_refuse() {
    Statement whole = Statement.allow("Twice").actions("a:B").onEverything();
    assertThatThrownBy(() -> Statement.allow("not an id"))
        .hasMessage("\"not an id\" is not a statement id: letters and digits only");
    assertThatThrownBy(() -> new PolicyDocument(List.of()))
        .hasMessage("a policy needs a statement");
    assertThatThrownBy(() -> PolicyDocument.of(whole, whole))
        .hasMessage("two statements of a policy are called Twice");
    assertThatThrownBy(() -> PolicyDocument.of(Statement.allow("Idle").onEverything()))
        .hasMessage("statement Idle names no action");
    assertThatThrownBy(() -> PolicyDocument.of(Statement.allow("Lost").actions("a:B")))
        .hasMessage("statement Lost names neither a principal nor a resource");
    assertThatThrownBy(() -> whole.when("Bool", "k", "true").when("Bool", "k", "false"))
        .hasMessage("statement Twice has two conditions Bool on k");
  }
}
