package io.cellwall.policies.iam.access;

import static io.cellwall.policies.iam.access.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Actor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conditions that build walls, each with a twin that does not.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition context keys</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused
 *     deputy problem</a>
 */
class ConditionedAccessTest {

  private static final Principal SENDER = role(identity(allow("sqs:*", "*")));
  private static final Principal IN_ORG =
      SENDER.knowing(Facts.NONE.with("aws:PrincipalOrgID", KeyFact.is("o-1")));

  private static Resource open(String condition) {
    return Resource.of(
        QUEUE, resource(statementWhen("Allow", "'*'", "sqs:SendMessage", condition)));
  }

  private static Resource guarded(String condition) {
    return Resource.of(
        QUEUE,
        resource(
            statement("Allow", aws(HOME), "sqs:SendMessage"),
            statementWhen("Deny", "'*'", "sqs:*", condition)));
  }

  private static Arguments row(
      String name, boolean allowed, Principal principal, Resource resource) {
    return Arguments.of(name, allowed, principal, resource);
  }

  static Stream<Arguments> walls() {
    return Stream.of(places(), deputies(), tags()).flatMap(each -> each);
  }

  private static Stream<Arguments> places() {
    Principal inVpc = SENDER.knowing(Facts.NONE.with("aws:SourceVpc", KeyFact.is("vpc-a")));
    PolicyDocument regions =
        policy(
            PolicyKind.SERVICE_CONTROL,
            allow("*", "*"),
            "{'Effect':'Deny','NotAction':['iam:*','cloudfront:*'],'Resource':'*','Condition':{'StringNotEquals':{'aws:RequestedRegion':'eu-central-1'}}}");
    PolicyDocument worldwide =
        policy(
            PolicyKind.SERVICE_CONTROL,
            allow("*", "*"),
            denyWhen("*", "*", "{'StringNotEquals':{'aws:RequestedRegion':'eu-west-1'}}"));
    Principal publisher = role(identity(allow("route53:ChangeResourceRecordSets", "*")));
    Resource zone = Resource.of("arn:aws:route53:::hostedzone/Z1").in(HOME);
    return Stream.of(
        row(
            "PrincipalAccount of another",
            false,
            SENDER,
            open("{'StringEquals':{'aws:PrincipalAccount':'333333333333'}}")),
        row(
            "PrincipalAccount",
            true,
            SENDER,
            open("{'StringEquals':{'aws:PrincipalAccount':'111111111111'}}")),
        row(
            "PrincipalArn of another",
            false,
            SENDER,
            open("{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/cell-b-*'}}")),
        row(
            "PrincipalArn",
            true,
            SENDER,
            open("{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/cell-a-*'}}")),
        row("PrincipalOrgID", true, IN_ORG, open("{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}")),
        row(
            "PrincipalOrgID of another",
            false,
            IN_ORG,
            open("{'StringEquals':{'aws:PrincipalOrgID':'o-2'}}")),
        row(
            "deny outside the organization",
            false,
            IN_ORG,
            guarded("{'StringNotEqualsIfExists':{'aws:PrincipalOrgID':'o-2'}}")),
        row(
            "ResourceAccount in the identity",
            false,
            role(
                identity(
                    allowWhen(
                        "sqs:*", "*", "{'StringEquals':{'aws:ResourceAccount':'111111111111'}}"))),
            Resource.of(QUEUE, resource(statement("Allow", aws(HOME), "sqs:*")))),
        row(
            "SourceVpc of another",
            false,
            inVpc,
            open("{'StringEquals':{'aws:SourceVpc':'vpc-b'}}")),
        row(
            "SourceVpc, the principal's not known",
            true,
            SENDER,
            open("{'StringEquals':{'aws:SourceVpc':'vpc-b'}}")),
        row(
            "deny outside the VPC",
            false,
            inVpc,
            guarded("{'StringNotEquals':{'aws:SourceVpc':'vpc-b'}}")),
        row(
            "RequestedRegion",
            false,
            SENDER.under(regions),
            open("{'Null':{'aws:PrincipalArn':'false'}}")),
        row("a global service reports us-east-1", false, publisher.under(worldwide), zone),
        row("a global service without the wall", true, publisher, zone));
  }

  private static Stream<Arguments> deputies() {
    Principal topic = Principal.of(new Actor.Service("sns.amazonaws.com"));
    Principal ours = topic.knowing(Facts.NONE.with("aws:SourceAccount", KeyFact.is(HOME)));
    String service = "{'Service':'sns.amazonaws.com'}";
    return Stream.of(
        row(
            "a service without SourceAccount",
            true,
            ours,
            Resource.of(QUEUE, resource(statement("Allow", service, "sqs:SendMessage")))),
        row(
            "a service for another account",
            false,
            ours,
            Resource.of(
                QUEUE,
                resource(
                    statementWhen(
                        "Allow",
                        service,
                        "sqs:SendMessage",
                        "{'StringEquals':{'aws:SourceAccount':'222222222222'}}")))),
        row(
            "a role has no SourceArn",
            false,
            SENDER,
            open("{'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:*:*'}}")),
        row(
            "a role has no SourceArn, IfExists",
            true,
            SENDER,
            open("{'ArnLikeIfExists':{'aws:SourceArn':'arn:aws:sns:*:*:*'}}")),
        row("ViaAWSService is open", true, SENDER, open("{'Bool':{'aws:ViaAWSService':'true'}}")));
  }

  private static Stream<Arguments> tags() {
    PolicyDocument tagged =
        identity(allowWhen("sqs:*", "*", "{'StringEquals':{'aws:ResourceTag/cell':'a'}}"));
    PolicyDocument same =
        identity(
            allowWhen(
                "sqs:*",
                "*",
                "{'StringEquals':{'aws:ResourceTag/cell':'${aws:PrincipalTag/cell}'}}"));
    Resource queue = Resource.of(HOME_QUEUE);
    Resource closed = queue.knowing(Facts.closedTags("aws:ResourceTag/", Map.of("cell", "b")));
    Principal own = role(same).knowing(Facts.closedTags("aws:PrincipalTag/", Map.of("cell", "a")));
    return Stream.of(
        row("a resource tag that A could set", true, role(tagged), queue),
        row("a resource tag that is closed", false, role(tagged), closed),
        row("both tags closed", false, own, closed),
        row(
            "an explicit Null",
            false,
            role(identity(allowWhen("sqs:*", "*", "{'Null':{'aws:ResourceTag/cell':'true'}}"))),
            closed));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("walls")
  void should_decide_the_condition(
      String wall, boolean allowed, Principal principal, Resource resource) {
    assertThat(judge(principal, resource))
        .as(wall)
        .isInstanceOf(allowed ? AccessVerdict.Witness.class : AccessVerdict.Proven.class);
  }

  @Test
  void should_show_the_context_that_a_request_needs() {
    assertThat(
            judge(
                SENDER,
                open(
                    "{'StringLike':{'aws:Referer':'https://*'},'Bool':{'aws:SecureTransport':'true'}}")))
        .hasToString(
            "arn:aws:iam::111111111111:role/cell-a-app may sqs:SendMessage on"
                + " arn:aws:sqs:eu-west-1:222222222222:cell-b-queue when aws:Referer = https://,"
                + " aws:SecureTransport = true, by identity policy Statement[0] and resource policy Statement[0]");
  }

  @Test
  void should_prove_what_no_context_allows() {
    // GIVEN two conditions that exclude each other
    Resource both =
        Resource.of(
            QUEUE,
            resource(
                statementWhen(
                    "Allow", "'*'", "sqs:*", "{'StringEquals':{'aws:SourceVpce':'vpce-a'}}"),
                statementWhen(
                    "Deny", "'*'", "sqs:*", "{'StringNotEquals':{'aws:SourceVpce':'vpce-b'}}")));
    // THEN
    assertThat(judge(SENDER, both)).isEqualTo(new AccessVerdict.Proven(1));
  }

  @Test
  void should_choose_the_value_of_an_open_variable() {
    assertThat(
            judge(
                role(
                    identity(
                        allow(
                            "sqs:SendMessage", "arn:aws:sqs:*:*:${aws:PrincipalTag/cell}-queue"))),
                Resource.of(HOME_QUEUE)))
        .hasToString(
            "arn:aws:iam::111111111111:role/cell-a-app may sqs:SendMessage on"
                + " arn:aws:sqs:eu-west-1:111111111111:cell-b-queue when aws:PrincipalTag/cell = cell-b,"
                + " by identity policy Statement[0]");
  }

  @Test
  void should_not_decide_what_is_not_known() {
    // GIVEN
    String unknown = String.valueOf(PolicyText.UNKNOWN);
    Principal sender =
        role(identity(allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111111111111:" + unknown)));
    Principal misspelt = role(identity(allow("sqs:SendMesage", "*")));
    PolicyDocument broken = identity("{'Effect':'Allow','Action':'sqs:*'}");
    // THEN
    assertThat(judge(sender, Resource.of(HOME_QUEUE)))
        .isEqualTo(
            new AccessVerdict.Undecided(
                List.of(
                    ROLE
                        + " may sqs:SendMessage on "
                        + HOME_QUEUE
                        + ": identity policy Statement[0] has a part that is not known yet")));
    assertThat(judge(misspelt, Resource.of(HOME_QUEUE)))
        .isEqualTo(
            new AccessVerdict.Undecided(
                List.of(
                    ROLE
                        + " may sqs:sendmesage on "
                        + HOME_QUEUE
                        + ": AWS's list of actions of 2026-09-26 does not have this action")));
    assertThat(judge(role(broken), Resource.of(HOME_QUEUE)))
        .isEqualTo(
            new AccessVerdict.Undecided(
                List.of(
                    "identity policy: Statement[0]: has no Resource; a statement must have it in an identity policy")));
  }

  @Test
  void should_not_trust_a_deny_that_is_not_known() {
    // GIVEN
    Principal denied =
        role(
            identity(allow("sqs:*", "*")),
            identity(deny("sqs:*", "arn:aws:sqs:*:*:" + PolicyText.UNKNOWN)));
    // THEN
    assertThat(judge(denied, Resource.of(HOME_QUEUE))).isInstanceOf(AccessVerdict.Undecided.class);
  }
}
