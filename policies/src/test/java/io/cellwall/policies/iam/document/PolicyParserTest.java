package io.cellwall.policies.iam.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.glob.PolicyText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyParserTest {

  private static final String OK = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}";

  private static PolicyDocument parse(PolicyKind kind, String json) {
    return PolicyParser.parse("p", kind, json.replace('\'', '"'));
  }

  private static String with(String statement) {
    return "{'Version':'2012-10-17','Statement':" + statement + "}";
  }

  private static Arguments bad(PolicyKind kind, String json, String... problems) {
    return Arguments.of(kind, json, List.of(problems));
  }

  static Stream<Arguments> badDocuments() {
    return Stream.concat(shapes(), elements());
  }

  private static Stream<Arguments> shapes() {
    PolicyKind kind = PolicyKind.IDENTITY;
    return Stream.of(
        bad(kind, "[]", "p: document: is a list; must be an object with Version and Statement"),
        bad(
            kind,
            "{'Version':'2012-10-17'}",
            "p: Statement: is missing; must be a statement or a list of statements"),
        bad(kind, with("'x'"), "p: Statement: is a text; must be an object"),
        bad(
            kind,
            "{'Version':'2012','Statement':" + OK + "}",
            "p: Version: is \"2012\"; must be \"2012-10-17\" or \"2008-10-17\""),
        bad(
            kind,
            "{'Extra':1,'Statement':" + OK + "}",
            "p: Extra: is no element of a policy; must be Version, Id or Statement"),
        bad(
            kind,
            with("{'Effect':'Allow','Action':'*','Resource':'*','Conditions':{}}"),
            "p: Statement.Conditions: is no element of a statement; must be one of those in AWS's grammar"),
        bad(
            kind,
            with("{'Effect':'allow','Action':'*','Resource':'*'}"),
            "p: Statement.Effect: is \"allow\"; must be \"Allow\" or \"Deny\""),
        bad(
            kind,
            with("{'Effect':'Allow','Action':1,'Resource':'*'}"),
            "p: Statement.Action: holds a number; must be a string or a list of strings"),
        bad(
            kind,
            with("{'Effect':'Allow','Action':[],'Resource':'*'}"),
            "p: Statement.Action: is an empty list; must have at least one value"));
  }

  private static Stream<Arguments> elements() {
    PolicyKind kind = PolicyKind.IDENTITY;
    return Stream.of(
        bad(
            kind,
            with("{'Effect':'Allow','Action':'GetObject','Resource':'*'}"),
            "p: Statement.Action: has \"GetObject\"; must be \"*\" or SERVICE:ACTION"),
        bad(
            kind,
            with("{'Effect':'Allow','Action':'*','Resource':'bucket'}"),
            "p: Statement.Resource: has \"bucket\"; must be \"*\" or an ARN"),
        bad(
            kind,
            with("{'Effect':'Allow','Action':'*','NotAction':'*','Resource':'*'}"),
            "p: Statement: has Action and NotAction; must have one of them"),
        bad(
            kind,
            with("{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}"),
            "p: Statement: has Principal; a statement must not have it in an identity policy"),
        bad(
            PolicyKind.TRUST,
            with("{'Effect':'Allow','Action':'sts:AssumeRole'}"),
            "p: Statement: has no Principal; a statement must have it in a trust policy"),
        bad(
            PolicyKind.RESOURCE,
            with(
                "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111111:role/*'},'Action':'*','Resource':'*'}"),
            "p: Statement.Principal.AWS: has \"arn:aws:iam::111111111111:role/*\", which names no principal; must be"
                + " \"*\", an account, or the full ARN or name of one principal"),
        bad(
            kind,
            with(
                "{'Effect':'Deny','Action':'*','Resource':'*','Condition':{'StringEqual':{'aws:x':'y'}}}"),
            "p: Statement.Condition.StringEqual: is no condition operator; must be one of IAM's"),
        bad(
            kind,
            with(
                "{'Effect':'Deny','Action':'*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/99'}}}"),
            "p: Statement.Condition.IpAddress.aws:SourceIp: has \"10.0.0.0/99\"; must be an address or a CIDR block"),
        bad(
            kind,
            with(
                "{'Effect':'Deny','Action':'*','Resource':'*','Condition':{'NumericLessThan':{'k':'1e999999999'}}}"),
            "p: Statement.Condition.NumericLessThan.k: has \"1e999999999\"; must be a number"));
  }

  @ParameterizedTest
  @MethodSource("badDocuments")
  void should_name_every_problem(PolicyKind kind, String json, List<String> problems) {
    assertThat(parse(kind, json).problems())
        .extracting(PolicyProblem::toString)
        .containsExactlyElementsOf(problems);
  }

  @ParameterizedTest
  @MethodSource("goodDocuments")
  void should_read_every_form(PolicyKind kind, String json, int statements) {
    // WHEN
    PolicyDocument document = parse(kind, json);
    // THEN
    assertThat(document.problems()).isEmpty();
    assertThat(document.statements()).hasSize(statements);
  }

  static Stream<Arguments> goodDocuments() {
    String principals =
        "{'AWS':['*','111111111111','arn:aws:iam::111111111111:root','arn:aws:iam::111111111111:role/p/r',"
            + "'arn:aws:iam::111111111111:user/u','arn:aws:sts::111111111111:assumed-role/r/s',"
            + "'arn:aws:sts::111111111111:federated-user/f','AROAABCDEFGHIJKLMNOPQ'],"
            + "'Service':['ec2.amazonaws.com','pods.eks.amazonaws.com'],"
            + "'Federated':['cognito-identity.amazonaws.com','arn:aws:iam::111111111111:saml-provider/x'],"
            + "'CanonicalUser':'79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'}";
    return Stream.of(
        Arguments.of(PolicyKind.IDENTITY, with(OK), 1),
        Arguments.of(PolicyKind.IDENTITY, with("[" + OK + "," + OK + "]"), 2),
        Arguments.of(PolicyKind.IDENTITY, with("[]"), 0),
        Arguments.of(
            PolicyKind.IDENTITY,
            with(
                "{'Sid':'a','Effect':'Deny','NotAction':['s3:*'],'NotResource':['arn:aws:s3:::b']}"),
            1),
        Arguments.of(
            PolicyKind.TRUST,
            with("{'Effect':'Allow','Principal':" + principals + ",'Action':'sts:AssumeRole'}"),
            1),
        Arguments.of(
            PolicyKind.RESOURCE,
            with(
                "{'Effect':'Deny','NotPrincipal':"
                    + principals
                    + ",'Action':'s3:*','Resource':'*'}"),
            1),
        Arguments.of(
            PolicyKind.IDENTITY,
            with(
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'ForAnyValue:StringLikeIfExists':{'aws:TagKeys':['a*']},"
                    + "'Null':{'aws:x':true},'NumericLessThan':{'s3:max-keys':10},'DateLessThan':{'aws:CurrentTime':'2030-01-01T00:00:00Z'},"
                    + "'IpAddress':{'aws:SourceIp':['10.0.0.0/8','2001:db8::/32']},'Bool':{'aws:SecureTransport':'true'}}}"),
            1));
  }

  @Test
  void should_reject_the_same_key_twice() {
    // WHEN
    PolicyDocument document =
        parse(
            PolicyKind.IDENTITY,
            with("{'Effect':'Deny','Effect':'Allow','Action':'*','Resource':'*'}"));
    // THEN
    assertThat(document.problems())
        .extracting(PolicyProblem::toString)
        .containsExactly(
            "p: document: is not JSON that can be read: Duplicate Object property \"Effect\"");
  }

  @Test
  void should_stop_at_hostile_input() {
    // GIVEN
    String deep = "[".repeat(100_000);
    String large = "{\"Statement\":\"" + "x".repeat(10_000_000) + "\"}";
    String many = with("[" + "{'a':1},".repeat(5_000) + OK + "]");
    // THEN
    assertThat(parse(PolicyKind.IDENTITY, deep).problems()).hasSize(1);
    assertThat(parse(PolicyKind.IDENTITY, large).problems())
        .extracting(PolicyProblem::toString)
        .containsExactly("p: document: has 10000016 characters; at most 262144 are read");
    assertThat(parse(PolicyKind.IDENTITY, many).problems()).hasSize(PolicyParser.MAX_PROBLEMS);
  }

  @ParameterizedTest
  @MethodSource("unknowns")
  void should_take_an_unknown_part_for_allow_and_deny(String json, int statements) {
    // WHEN
    PolicyDocument document = parse(PolicyKind.RESOURCE, json.replace('~', PolicyText.UNKNOWN));
    // THEN
    assertThat(document.problems()).isEmpty();
    assertThat(document.statements()).hasSize(statements).allMatch(Statement::hasUnknown);
  }

  static Stream<Arguments> unknowns() {
    return Stream.of(
        Arguments.of("~", 2),
        Arguments.of(with("'~'"), 2),
        Arguments.of(with("['~']"), 2),
        Arguments.of(with("{'Effect':'~','Principal':'*','Action':'*','Resource':'*'}"), 2),
        Arguments.of(with("{'Effect':'Allow','Principal':'~','Action':'*','Resource':'*'}"), 1),
        Arguments.of(
            with(
                "{'Effect':'Allow','Principal':{'AWS':['arn:aws:iam::~:root']},'Action':'*','Resource':'*'}"),
            1),
        Arguments.of(
            with("{'Effect':'Allow','Principal':'*','Action':'*','Resource':'arn:aws:s3:::~/*'}"),
            1),
        Arguments.of(
            with("{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*','Condition':'~'}"),
            1),
        Arguments.of(
            with(
                "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*','Condition':{'StringEquals':{'k':'~'}}}"),
            1));
  }
}
