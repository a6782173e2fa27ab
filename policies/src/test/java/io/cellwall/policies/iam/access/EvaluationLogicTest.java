package io.cellwall.policies.iam.access;

import static io.cellwall.policies.iam.access.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.principal.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One row per rule of AWS's evaluation logic.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account
 *     policy evaluation logic</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
 *     boundaries</a>
 */
class EvaluationLogicTest {

  private static final PolicyDocument SEND = identity(allow("sqs:SendMessage", "*"));
  private static final PolicyDocument NOTHING = identity(allow("s3:GetObject", "*"));
  private static final PolicyDocument BOUNDARY = policy(PolicyKind.BOUNDARY, allow("sqs:*", "*"));
  private static final PolicyDocument NARROW = policy(PolicyKind.BOUNDARY, allow("s3:*", "*"));
  private static final PolicyDocument SESSION = policy(PolicyKind.SESSION, allow("s3:*", "*"));
  private static final PolicyDocument FULL = policy(PolicyKind.SERVICE_CONTROL, allow("*", "*"));
  private static final PolicyDocument NAMES_ROLE =
      resource(statement("Allow", aws(ROLE), "sqs:SendMessage"));
  private static final PolicyDocument NAMES_ACCOUNT =
      resource(statement("Allow", aws(HOME), "sqs:SendMessage"));
  private static final PolicyDocument NAMES_SESSION =
      resource(
          statement(
              "Allow",
              aws("arn:aws:sts::111111111111:assumed-role/cell-a-app/s1"),
              "sqs:SendMessage"));
  private static final PolicyDocument NAMES_ALL =
      resource(statement("Allow", "'*'", "sqs:SendMessage"));
  private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/k1";
  private static final PolicyDocument KMS = identity(allow("kms:Decrypt", "*"));

  static Stream<Arguments> rules() {
    return Stream.concat(oneAccount(), Stream.concat(acrossAccounts(), ceilings()));
  }

  private static Arguments row(
      String name, boolean allowed, Principal principal, Resource resource) {
    return Arguments.of(name, allowed, principal, resource);
  }

  private static Resource home(PolicyDocument... policies) {
    return Resource.of(HOME_QUEUE, policies);
  }

  private static Resource away(PolicyDocument... policies) {
    return Resource.of(QUEUE, policies);
  }

  private static Stream<Arguments> oneAccount() {
    Principal user = Principal.of(Actor.User.of("arn:aws:iam::111111111111:user/ann"));
    PolicyDocument namesUser =
        resource(statement("Allow", aws("arn:aws:iam::111111111111:user/ann"), "sqs:SendMessage"));
    return Stream.of(
        row("nothing allows", false, role(NOTHING), home()),
        row("the identity allows", true, role(SEND), home()),
        row("the resource allows", true, role(NOTHING), home(NAMES_ROLE)),
        row(
            "the resource names the account, the identity is silent",
            false,
            role(NOTHING),
            home(NAMES_ACCOUNT)),
        row(
            "an explicit deny of the identity wins",
            false,
            role(SEND, identity(deny("sqs:*", "*"))),
            home()),
        row(
            "an explicit deny of the resource wins",
            false,
            role(SEND),
            home(resource(statement("Deny", "'*'", "sqs:SendMessage")))),
        row("the boundary allows too", true, role(SEND).boundedBy(BOUNDARY), home()),
        row("the boundary is silent", false, role(SEND).boundedBy(NARROW), home()),
        row("the session policy is silent", false, role(SEND).inSession(SESSION), home()),
        row(
            "the boundary limits what names the role",
            false,
            role().boundedBy(NARROW),
            home(NAMES_ROLE)),
        row(
            "the boundary does not limit what names the session",
            true,
            role().boundedBy(NARROW),
            home(NAMES_SESSION)),
        row(
            "the session policy limits what names the role",
            false,
            role().inSession(SESSION),
            home(NAMES_ROLE)),
        row(
            "the session policy does not limit what names the session",
            true,
            role().inSession(SESSION),
            home(NAMES_SESSION)),
        row(
            "the boundary does not limit what names the user",
            true,
            user.boundedBy(NARROW),
            home(namesUser)),
        row(
            "an explicit deny in the boundary limits what names the session",
            false,
            role().boundedBy(policy(PolicyKind.BOUNDARY, deny("sqs:*", "*"))),
            home(NAMES_SESSION)),
        row("the root user needs no policy", true, Principal.of(Actor.Root.of(HOME)), home()),
        row("NotPrincipal with Deny spares the role", true, role(SEND), home(sparing())),
        row(
            "NotPrincipal with Deny hits whoever has a boundary",
            false,
            role(SEND).boundedBy(BOUNDARY),
            home(sparing())),
        row("a key's policy must allow: identity alone", false, role(KMS), Resource.of(KEY)),
        row("a key's policy names the account", true, role(KMS), Resource.of(KEY, key(HOME))),
        row(
            "a key's policy names the account, the identity is silent",
            false,
            role(),
            Resource.of(KEY, key(HOME))),
        row("a key's policy names the role", true, role(), Resource.of(KEY, key(ROLE))));
  }

  private static PolicyDocument key(String principal) {
    return resource(statement("Allow", aws(principal), "kms:*"));
  }

  private static PolicyDocument sparing() {
    return resource(
        "{'Effect':'Deny','NotPrincipal':{'AWS':['"
            + ROLE
            + "','arn:aws:iam::111111111111:root']},'Action':'sqs:*','Resource':'*'}");
  }

  private static Stream<Arguments> acrossAccounts() {
    PolicyDocument trustsAccount =
        trust(trusting(aws("arn:aws:iam::111111111111:root"), "sts:AssumeRole"));
    PolicyDocument assume = identity(allow("sts:AssumeRole", "arn:aws:iam::222222222222:role/*"));
    String foreign = "arn:aws:iam::222222222222:role/cell-b-app";
    return Stream.of(
        row("across accounts the identity alone", false, role(SEND), away()),
        row("across accounts the resource alone", false, role(NOTHING), away(NAMES_ROLE)),
        row("across accounts both sides", true, role(SEND), away(NAMES_ROLE)),
        row("across accounts the account is named", true, role(SEND), away(NAMES_ACCOUNT)),
        row("across accounts all are named", true, role(SEND), away(NAMES_ALL)),
        row(
            "across accounts the session is named, the identity is silent",
            false,
            role(),
            away(NAMES_SESSION)),
        row(
            "across accounts the boundary limits",
            false,
            role(SEND).boundedBy(NARROW),
            away(NAMES_SESSION)),
        row(
            "somebody without credentials is named as anybody",
            true,
            Principal.of(new Actor.Anonymous()),
            away(NAMES_ALL)),
        row("anyone in a named account", true, Principal.anyoneIn(HOME), away(NAMES_ACCOUNT)),
        row(
            "anyone in an account that is not named",
            false,
            Principal.anyoneIn("333333333333"),
            away(NAMES_ACCOUNT)),
        row("trust and identity", true, role(assume), Resource.of(foreign, trustsAccount)),
        row("trust alone", false, role(), Resource.of(foreign, trustsAccount)),
        row(
            "trust says nothing of changing the role",
            false,
            role(identity(allow("iam:PutRolePolicy", "*"))),
            Resource.of(foreign, trust(trusting("'*'", "*")))));
  }

  private static Stream<Arguments> ceilings() {
    PolicyDocument noSqs = policy(PolicyKind.SERVICE_CONTROL, deny("sqs:*", "*"));
    PolicyDocument onlyS3 = policy(PolicyKind.SERVICE_CONTROL, allow("s3:*", "*"));
    PolicyDocument rcp = policy(PolicyKind.RESOURCE_CONTROL, statement("Deny", "'*'", "sqs:*"));
    PolicyDocument lambdaRcp =
        policy(PolicyKind.RESOURCE_CONTROL, statement("Deny", "'*'", "lambda:*"));
    PolicyDocument invoke = identity(allow("lambda:InvokeFunction", "*"));
    String function = "arn:aws:lambda:eu-west-1:111111111111:function:f";
    Principal linked =
        Principal.of(
            Actor.Role.of("arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/R"),
            SEND);
    return Stream.of(
        row("a control policy denies", false, role(SEND).under(FULL, noSqs), home()),
        row("every level must allow", false, role(SEND).under(FULL).under(onlyS3), home()),
        row("one policy of a level suffices", true, role(SEND).under(onlyS3, FULL), home()),
        row(
            "a control policy limits what the resource allows",
            false,
            role().under(FULL, noSqs),
            home(NAMES_SESSION)),
        row(
            "a service's own role is under no control policy",
            true,
            linked.under(FULL, noSqs),
            home()),
        row("a resource control policy denies", false, role(SEND), home().under(rcp)),
        row(
            "resource control does not reach every service",
            true,
            role(invoke),
            Resource.of(function).under(lambdaRcp)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rules")
  void should_follow_the_evaluation_logic(
      String rule, boolean allowed, Principal principal, Resource resource) {
    // WHEN
    AccessVerdict verdict = judge(principal, resource);
    // THEN
    assertThat(verdict)
        .as(rule)
        .isInstanceOf(allowed ? AccessVerdict.Witness.class : AccessVerdict.Proven.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void should_say_the_same_through_an_index(
      String rule, boolean allowed, Principal principal, Resource resource) {
    // GIVEN
    Access access = Access.ofBundledActions();
    ResourceIndex index = ResourceIndex.of(List.of(resource));
    // WHEN
    List<Crossing> through =
        access.crossings(List.of(principal), Access.ANY_ACTION, index, each -> true);
    // THEN
    assertThat(through)
        .as(rule)
        .isEqualTo(access.crossings(List.of(principal), Access.ANY_ACTION, List.of(resource)))
        .hasSize(allowed ? 1 : 0);
  }

  @org.junit.jupiter.api.Test
  void should_show_the_request_that_is_allowed() {
    // WHEN
    AccessVerdict verdict = judge(role(SEND), away(NAMES_ROLE));
    // THEN
    assertThat(verdict)
        .hasToString(
            "arn:aws:iam::111111111111:role/cell-a-app may sqs:SendMessage on"
                + " arn:aws:sqs:eu-west-1:222222222222:cell-b-queue, by identity policy Statement[0] and"
                + " resource policy Statement[0]");
  }

  @Test
  void should_prove_nothing_of_an_action_by_a_denial_of_another_in_a_session() {
    // GIVEN a session that may do all but the first action of the queue
    String session = aws("arn:aws:sts::111111111111:assumed-role/cell-a-app/s1");
    Resource queue =
        Resource.of(
            HOME_QUEUE,
            resource(
                statement("Allow", session, "sqs:*"),
                statement("Deny", session, "sqs:AddPermission")));
    // THEN
    assertThat(judge(role(), queue)).isInstanceOf(AccessVerdict.Witness.class);
  }

  @Test
  void should_prove_nothing_of_an_action_by_a_denial_of_another_in_a_context() {
    // GIVEN a role that may do all but the first action of the queue, from no VPC
    String elsewhere = "{'Null':{'aws:SourceVpc':'true'}}";
    Principal role =
        role(
            identity(
                allowWhen("sqs:*", HOME_QUEUE, elsewhere),
                denyWhen("sqs:AddPermission", HOME_QUEUE, elsewhere)));
    // THEN
    assertThat(judge(role, Resource.of(HOME_QUEUE))).isInstanceOf(AccessVerdict.Witness.class);
  }
}
