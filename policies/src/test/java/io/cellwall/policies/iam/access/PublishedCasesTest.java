package io.cellwall.policies.iam.access;

import static io.cellwall.policies.iam.access.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.principal.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases that others have published with their verdicts, in our own words and names.
 *
 * <p>{@code iamspy}: <a href="https://github.com/WithSecureLabs/IAMSpy">WithSecureLabs/IAMSpy</a>
 * (Apache-2.0), the situations of its {@code tests/test_integration.py} at f1efc96. {@code quacky}:
 * <a href="https://github.com/vlab-cs-ucsb/quacky">vlab-cs-ucsb/quacky</a> (BSD), questions over
 * policies of its {@code samples} at cf8dfd3.
 */
class PublishedCasesTest {

  private static final Resource FUNCTION =
      Resource.of("arn:aws:lambda:eu-west-1:111111111111:function:hello");
  private static final Resource FAR_FUNCTION =
      Resource.of("arn:aws:lambda:eu-west-1:222222222222:function:hello");
  private static final Resource BUCKET = Resource.of("arn:aws:s3:::bucket").in(HOME);
  private static final PolicyDocument INVOKE = identity(allow("lambda:InvokeFunction", "*"));
  private static final PolicyDocument EVERYTHING = policy(PolicyKind.BOUNDARY, allow("*", "*"));
  private static final PolicyDocument PARTS =
      policy(PolicyKind.BOUNDARY, allow("s3:ListMultipartUploadParts", "*"));

  private static Arguments row(
      String name, boolean allowed, Principal principal, String action, Resource resource) {
    return Arguments.of(name, allowed, principal, action, resource);
  }

  static Stream<Arguments> cases() {
    return Stream.of(functions(), buckets(), quacky()).flatMap(each -> each);
  }

  private static Stream<Arguments> functions() {
    String invoke = "lambda:InvokeFunction";
    Principal user = Principal.of(Actor.User.of("arn:aws:iam::111111111111:user/u"), INVOKE);
    PolicyDocument full = policy(PolicyKind.SERVICE_CONTROL, allow("*", "*"));
    PolicyDocument noLambda = policy(PolicyKind.SERVICE_CONTROL, deny("lambda:*", "*"));
    PolicyDocument otherLambda =
        policy(
            PolicyKind.SERVICE_CONTROL,
            deny("lambda:*", "arn:aws:lambda:eu-west-1:111111111111:function:other"));
    PolicyDocument names =
        resource(statement("Allow", aws("arn:aws:iam::111111111111:root"), invoke));
    Principal referred =
        role(identity(allowWhen(invoke, "*", "{'StringLike':{'aws:referer':'bobby.tables'}}")));
    return Stream.of(
        row(
            "iamspy: a role with a boundary and no policy",
            false,
            role().boundedBy(EVERYTHING),
            invoke,
            FUNCTION),
        row("iamspy: a user with a policy", true, user, invoke, FUNCTION),
        row("iamspy: a user's boundary allows", true, user.boundedBy(EVERYTHING), invoke, FUNCTION),
        row("iamspy: a user's boundary is silent", false, user.boundedBy(PARTS), invoke, FUNCTION),
        row(
            "iamspy: a role's boundary allows",
            true,
            role(INVOKE).boundedBy(EVERYTHING),
            invoke,
            FUNCTION),
        row(
            "iamspy: a role's boundary is silent",
            false,
            role(INVOKE).boundedBy(PARTS),
            invoke,
            FUNCTION),
        row(
            "iamspy: a role's policy denies",
            false,
            role(INVOKE, identity(deny(invoke, "*"))),
            invoke,
            FUNCTION),
        row("iamspy: a role's policy allows", true, role(INVOKE), invoke, FUNCTION),
        row("iamspy: another account's function", false, role(INVOKE), invoke, FAR_FUNCTION),
        row(
            "iamspy: another account's function that names ours",
            true,
            role(INVOKE),
            invoke,
            Resource.of(FAR_FUNCTION.name(), names)),
        row("iamspy: a condition that a request can meet", true, referred, invoke, FUNCTION),
        row("iamspy: a control policy allows", true, role(INVOKE).under(full), invoke, FUNCTION),
        row(
            "iamspy: a control policy denies",
            false,
            role(INVOKE).under(full, noLambda),
            invoke,
            FUNCTION),
        row(
            "iamspy: a control policy denies another function",
            true,
            role(INVOKE).under(full, otherLambda),
            invoke,
            FUNCTION));
  }

  private static Stream<Arguments> buckets() {
    String list = "s3:ListBucket";
    Principal other =
        Principal.of(
            Actor.Role.of("arn:aws:iam::111111111111:role/testing2"), identity(allow(list, "*")));
    PolicyDocument notOther =
        resource(
            statement("Allow", "'*'", list),
            statement("Deny", aws("arn:aws:iam::111111111111:role/testing2"), list));
    return Stream.of(
        row(
            "iamspy: the bucket names the role",
            true,
            role(),
            list,
            bucket(resource(statement("Allow", aws(ROLE), list)))),
        row("iamspy: the bucket denies the role", false, other, list, bucket(notOther)),
        row(
            "iamspy: the bucket names all",
            true,
            role(),
            list,
            bucket(resource(statement("Allow", "'*'", list)))));
  }

  private static Resource bucket(PolicyDocument policy) {
    return Resource.of("arn:aws:s3:::bucket", policy).in(HOME);
  }

  private static Stream<Arguments> quacky() {
    String own = "arn:aws:iam::111111111111:user/something@example.com";
    Principal editor =
        role(
            identity(
                allow("iam:*", "arn:aws:iam::111111111111:user/*"),
                "{'Effect':'Deny','Action':'iam:*','NotResource':'" + own + "'}"));
    Principal changer =
        role(
            identity(
                "{'Effect':'Allow','Action':['iam:PutRolePolicy','iam:AttachRolePolicy'],'NotResource':'"
                    + ROLE
                    + "'}"));
    Principal namedAfter =
        role(identity(allow("iam:CreateUser", "arn:aws:iam::*:user/*@example.com")));
    Principal notNamed =
        role(
            identity(
                allowWhen(
                    "iam:CreateUser", "*", "{'StringNotLike':{'aws:username':'*@example.com'}}")));
    Resource users = Resource.of("arn:aws:iam::111111111111:user/*");
    PolicyDocument allButTwo =
        resource(
            "{'Effect':'Allow','NotPrincipal':{'AWS':['222222222222','333333333333']},'Action':'s3:ListBucket','Resource':'arn:aws:s3:::billing'}");
    Resource billing = Resource.of("arn:aws:s3:::billing", allButTwo).in("444444444444");
    Principal prefix =
        role(
            identity(
                allowWhen(
                    "s3:ListBucket",
                    "arn:aws:s3:::billing",
                    "{'StringEquals':{'s3:prefix':['user','owner']}}")));
    return Stream.of(
        row("quacky: deny all but one user, that one", true, editor, "iam:*", Resource.of(own)),
        row(
            "quacky: deny all but one user, another",
            false,
            editor,
            "iam:*",
            Resource.of("arn:aws:iam::111111111111:user/a")),
        row("quacky: deny all but one user, who is in the pattern", true, editor, "iam:*", users),
        row(
            "quacky: change all roles but its own, its own",
            false,
            changer,
            "iam:*",
            Resource.of(ROLE)),
        row(
            "quacky: change all roles but its own, another",
            true,
            changer,
            "iam:*",
            Resource.of("arn:aws:iam::111111111111:role/x")),
        row(
            "quacky: users named after a domain",
            false,
            namedAfter,
            "iam:CreateUser",
            Resource.of("arn:aws:iam::111111111111:user/ann")),
        row(
            "quacky: a condition on the caller says nothing of the user made",
            true,
            notNamed,
            "iam:CreateUser",
            users),
        row(
            "quacky: all accounts but two, one of the two",
            false,
            Principal.anyoneIn("222222222222"),
            "*",
            billing),
        row("quacky: all accounts but two, a third", true, Principal.anyoneIn(HOME), "*", billing),
        row(
            "quacky: all accounts but two, without credentials",
            true,
            Principal.of(new Actor.Anonymous()),
            "*",
            billing),
        row(
            "quacky: listing by prefix",
            true,
            prefix,
            "*",
            Resource.of("arn:aws:s3:::billing").in(HOME)),
        row("quacky: listing by prefix, another bucket", false, prefix, "*", BUCKET));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void should_agree_with_what_was_published(
      String name, boolean allowed, Principal principal, String action, Resource resource) {
    assertThat(
            Access.ofBundledActions()
                .between(List.of(principal), List.of(action), List.of(resource)))
        .as(name)
        .isInstanceOf(allowed ? AccessVerdict.Witness.class : AccessVerdict.Proven.class);
  }
}
