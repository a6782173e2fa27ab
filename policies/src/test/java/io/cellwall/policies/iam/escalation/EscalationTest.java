package io.cellwall.policies.iam.escalation;

import static io.cellwall.policies.iam.access.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
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
 * Ways to become somebody else, each with the twin that closes it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">Pass a
 *     role to a service</a>
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html">EKS Pod Identity
 *     role</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html">Roles
 *     for OpenID Connect federation</a>
 */
class EscalationTest {

  private static final String ADMIN = "arn:aws:iam::111111111111:role/admin";
  private static final String PROVIDER =
      "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A";
  private static final Resource BUCKET =
      Resource.of("arn:aws:s3:::cell-b-data").with("arn:aws:s3:::cell-b-data/*").in(HOME);
  private static final PolicyDocument ALL = identity(allow("s3:*", "*"));

  private static Identity admin(PolicyDocument... trust) {
    return Identity.of(Principal.of(Actor.Role.of(ADMIN), ALL), trust);
  }

  private static Identity trustedByService(String service) {
    return admin(trust(trusting("{'Service':'" + service + "'}", "sts:AssumeRole")));
  }

  private static Arguments row(
      String name, boolean reached, Principal start, Identity target, Workload... workloads) {
    return Arguments.of(name, reached, start, target, List.of(workloads));
  }

  private static Principal may(String... actions) {
    return role(
        Stream.of(actions)
            .map(action -> identity(allow(action, "*")))
            .toArray(PolicyDocument[]::new));
  }

  static Stream<Arguments> ways() {
    return Stream.concat(roles(), federation());
  }

  private static Stream<Arguments> roles() {
    Identity closed = trustedByService("ec2.amazonaws.com");
    Workload function =
        new Workload(Resource.of("arn:aws:lambda:eu-west-1:111111111111:function:f"), ADMIN);
    PolicyDocument onlyToLambda =
        identity(
            allowWhen(
                "iam:PassRole",
                "*",
                "{'StringEquals':{'iam:PassedToService':'lambda.amazonaws.com'}}"));
    PolicyDocument runs = identity(allow("ec2:RunInstances", "*"));
    return Stream.of(
        row(
            "assume: trust names the account, identity allows",
            true,
            may("sts:AssumeRole"),
            admin(trust(trusting(aws(HOME), "sts:AssumeRole")))),
        row(
            "assume: trust names the account, identity is silent",
            false,
            may("sqs:*"),
            admin(trust(trusting(aws(HOME), "sts:AssumeRole")))),
        row(
            "assume: trust names the role",
            true,
            role(),
            admin(trust(trusting(aws(ROLE), "sts:AssumeRole")))),
        row(
            "assume: trust names another role",
            false,
            may("sts:AssumeRole"),
            admin(trust(trusting(aws(ADMIN), "sts:AssumeRole")))),
        row("rewrite the trust", true, may("iam:UpdateAssumeRolePolicy"), closed),
        row(
            "pass to a service that runs code",
            true,
            may("iam:PassRole", "ec2:RunInstances"),
            closed),
        row("pass without being able to run", false, may("iam:PassRole"), closed),
        row(
            "pass to a service that the role does not trust",
            false,
            may("iam:PassRole", "lambda:CreateFunction"),
            closed),
        row("pass to another service only", false, role(onlyToLambda, runs), closed),
        row("give itself a policy", true, may("iam:PutRolePolicy"), closed),
        row(
            "attach a policy to a role that it cannot become",
            false,
            role(identity(allow("iam:AttachRolePolicy", ADMIN))),
            closed),
        row("make a role", true, may("iam:CreateRole", "iam:AttachRolePolicy"), closed),
        row("put code in a function", true, may("lambda:UpdateFunctionCode"), closed, function),
        row("read a function", false, may("lambda:GetFunction"), closed, function),
        row("rewrite a managed policy of its own", true, may("iam:CreatePolicyVersion"), closed));
  }

  private static Stream<Arguments> federation() {
    String subject = "oidc.eks.eu-west-1.amazonaws.com/id/A:sub";
    Principal pod = Principal.of(new Actor.Federated(PROVIDER, "system:serviceaccount:shop:app"));
    Principal known =
        pod.knowing(Facts.NONE.with(subject, KeyFact.is("system:serviceaccount:shop:app")));
    String federated = "{'Federated':'" + PROVIDER + "'}";
    String asPod =
        "{'Effect':'Allow','Principal':" + federated + ",'Action':'sts:AssumeRoleWithWebIdentity'";
    Identity exact =
        admin(
            trust(
                asPod
                    + ",'Condition':{'StringEquals':{'"
                    + subject
                    + "':'system:serviceaccount:ops:admin'}}}"));
    Identity loose =
        admin(
            trust(
                asPod
                    + ",'Condition':{'StringLike':{'"
                    + subject
                    + "':'system:serviceaccount:*'}}}"));
    Principal agent = Principal.of(new Actor.Service("pods.eks.amazonaws.com"));
    String cluster = "arn:aws:eks:eu-west-1:111111111111:cluster/cell-a";
    Principal ours = agent.knowing(Facts.NONE.with("aws:SourceArn", KeyFact.is(cluster)));
    Identity theirs =
        admin(
            trust(
                "{'Effect':'Allow','Principal':{'Service':'pods.eks.amazonaws.com'},'Action':['sts:AssumeRole','sts:TagSession'],"
                    + "'Condition':{'ArnEquals':{'aws:SourceArn':'arn:aws:eks:eu-west-1:111111111111:cluster/cell-b'}}}"));
    return Stream.of(
        row("OIDC without subject", true, known, admin(trust(asPod + "}"))),
        row("OIDC with another subject", false, known, exact),
        row("OIDC with a wildcard subject", true, known, loose),
        row("OIDC, whose subjects are not known", true, pod, exact),
        row("pod identity without cluster", true, ours, trustedByService("pods.eks.amazonaws.com")),
        row("pod identity of another cluster", false, ours, theirs));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("ways")
  void should_follow_every_way(
      String way, boolean reached, Principal start, Identity target, List<Workload> workloads) {
    // GIVEN
    Identity self = Identity.of(start, trust()).attached("arn:aws:iam::111111111111:policy/own");
    World world = new World(List.of(self, target), workloads);
    // WHEN
    AccessVerdict verdict =
        new Escalation(Access.ofBundledActions(), world)
            .between(List.of(start), List.of("s3:GetObject"), List.of(BUCKET));
    // THEN
    assertThat(verdict)
        .as(way)
        .isInstanceOf(reached ? AccessVerdict.Witness.class : AccessVerdict.Proven.class);
  }

  @Test
  void should_follow_a_user_into_a_group() {
    // GIVEN
    Principal ann =
        Principal.of(
            Actor.User.of("arn:aws:iam::111111111111:user/ann"),
            identity(allow("iam:AddUserToGroup", "*")));
    World world = new World(List.of(Identity.of(ann)), List.of());
    // WHEN
    AccessVerdict verdict =
        new Escalation(Access.ofBundledActions(), world)
            .between(List.of(ann), List.of("s3:GetObject"), List.of(BUCKET));
    // THEN
    assertThat(verdict).isInstanceOf(AccessVerdict.Witness.class);
  }

  @Test
  void should_show_the_path() {
    // GIVEN
    Identity broker =
        Identity.of(
            Principal.of(
                Actor.Role.of("arn:aws:iam::222222222222:role/broker"),
                identity(allow("sts:AssumeRole", "*"))),
            trust(trusting(aws(HOME), "sts:AssumeRole")));
    Identity target =
        Identity.of(
            Principal.of(
                Actor.Role.of("arn:aws:iam::333333333333:role/data"),
                identity(allow("s3:GetObject", "*"))),
            trust(trusting(aws("arn:aws:iam::222222222222:role/broker"), "sts:AssumeRole")));
    World world = new World(List.of(broker, target), List.of());
    Principal start =
        role(identity(allow("sts:AssumeRole", "arn:aws:iam::222222222222:role/broker")));
    Resource bucket = Resource.of("arn:aws:s3:::cell-c-data/*").in("333333333333");
    // WHEN
    AccessVerdict verdict =
        new Escalation(Access.ofBundledActions(), world)
            .between(List.of(start), List.of("s3:GetObject"), List.of(bucket));
    // THEN
    assertThat(verdict)
        .hasToString(
            "arn:aws:iam::111111111111:role/cell-a-app may sts:AssumeRole on arn:aws:iam::222222222222:role/broker and"
                + " becomes arn:aws:iam::222222222222:role/broker; arn:aws:iam::222222222222:role/broker may"
                + " sts:AssumeRole on arn:aws:iam::333333333333:role/data and becomes"
                + " arn:aws:iam::333333333333:role/data; then arn:aws:iam::333333333333:role/data may s3:GetObject on"
                + " arn:aws:s3:::cell-c-data/, by identity policy Statement[0]");
  }

  @Test
  void should_find_who_can_open_a_resource() {
    // GIVEN
    Principal opener = role(identity(allow("s3:PutBucketPolicy", "*")));
    World world = new World(List.of(), List.of());
    // WHEN
    AccessVerdict verdict =
        new Escalation(Access.ofBundledActions(), world)
            .between(List.of(opener), List.of("s3:GetObject"), List.of(BUCKET));
    // THEN
    assertThat(verdict)
        .hasToString(
            "arn:aws:iam::111111111111:role/cell-a-app may s3:PutBucketPolicy on arn:aws:s3:::cell-b-data,"
                + " by identity policy Statement[0]");
  }

  @Test
  void should_not_prove_what_follows_an_unknown_policy() {
    // GIVEN
    Principal start =
        role(PolicyDocument.unknown("inline policy of cell-a-app", PolicyKind.IDENTITY));
    World world = new World(List.of(), List.of());
    // WHEN
    AccessVerdict verdict =
        new Escalation(Access.ofBundledActions(), world)
            .between(List.of(start), List.of("s3:GetObject"), List.of(BUCKET));
    // THEN
    assertThat(verdict).isInstanceOf(AccessVerdict.Undecided.class);
    assertThat(((AccessVerdict.Undecided) verdict).why())
        .anyMatch(
            why -> why.endsWith("inline policy of cell-a-app has a part that is not known yet"));
  }

  @Test
  void should_not_prove_what_a_service_that_is_not_listed_does_with_a_role() {
    // GIVEN
    World world = new World(List.of(trustedByService("newservice.amazonaws.com")), List.of());
    // WHEN
    AccessVerdict verdict =
        new Escalation(Access.ofBundledActions(), world)
            .between(List.of(may("iam:PassRole")), List.of("s3:GetObject"), List.of(BUCKET));
    // THEN
    assertThat(verdict)
        .hasToString(
            "undecided: arn:aws:iam::111111111111:role/cell-a-app perhaps may iam:PassRole on"
                + " arn:aws:iam::111111111111:role/admin to newservice.amazonaws.com and becomes"
                + " arn:aws:iam::111111111111:role/admin; then arn:aws:iam::111111111111:role/admin may"
                + " s3:GetObject on arn:aws:s3:::cell-b-data/, by identity policy Statement[0]");
  }
}
