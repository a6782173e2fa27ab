package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One principal, one queue and a handful of statements, so small that every request can be tried.
 *
 * @param oneAccount whether both are in one account
 * @param identity statements of the identity policy
 * @param boundary statements of the permissions boundary
 * @param session statements of the session policy
 * @param control statements of a service control policy
 * @param queue statements of the queue's policy
 * @param ceiling statements of a resource control policy
 */
record SmallWorld(
    boolean oneAccount,
    List<Line> identity,
    Optional<List<Line>> boundary,
    Optional<List<Line>> session,
    Optional<List<Line>> control,
    List<Line> queue,
    List<Line> ceiling) {

  static final String PREFIX = "arn:aws:sqs:eu-west-1:";
  static final String ROLE_NAME = "cell-a-app";
  static final List<String> ACTIONS =
      List.of("sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteQueue", "sqs:GetQueueUrl");
  static final List<String> SESSIONS = List.of("s1", "s2", "any-other-session");
  static final List<String> KEYS = List.of("aws:SourceVpc", "aws:PrincipalTag/team", "sqs:kind");

  /** A condition as a policy has it. */
  record Test(String operator, String key, List<String> values) {
    String json() {
      return "'" + operator + "':{'" + key + "':" + list(values) + "}";
    }
  }

  /** A statement as a policy has it. */
  record Line(
      boolean allow,
      boolean notPrincipal,
      List<String> principals,
      boolean notAction,
      List<String> actions,
      boolean notResource,
      List<String> resources,
      Optional<Test> test) {

    String json(boolean withPrincipal, String account) {
      String principal =
          withPrincipal
              ? ",'" + (notPrincipal ? "Not" : "") + "Principal':{'AWS':" + list(principals) + "}"
              : "";
      List<String> arns =
          resources.stream()
              .map(each -> each.equals("*") ? each : PREFIX + account + ":" + each)
              .toList();
      return "{'Effect':'"
          + (allow ? "Allow" : "Deny")
          + "'"
          + principal
          + ",'"
          + (notAction ? "Not" : "")
          + "Action':"
          + list(actions)
          + ",'"
          + (notResource ? "Not" : "")
          + "Resource':"
          + list(arns)
          + test.map(each -> ",'Condition':{" + each.json() + "}").orElse("")
          + "}";
    }
  }

  private static String list(List<String> values) {
    return values.stream().collect(Collectors.joining("','", "['", "']"));
  }

  String account() {
    return oneAccount ? Samples.HOME : Samples.AWAY;
  }

  String arn(String name) {
    return PREFIX + account() + ":" + name;
  }

  private Stream<Line> lines() {
    return Stream.of(
            Optional.of(identity),
            boundary,
            session,
            control,
            Optional.of(queue),
            Optional.of(ceiling))
        .flatMap(Optional::stream)
        .flatMap(List::stream);
  }

  /** The open keys that conditions read. */
  List<String> keys() {
    return lines()
        .flatMap(line -> line.test().stream())
        .map(Test::key)
        .filter(KEYS::contains)
        .distinct()
        .toList();
  }

  /** The sessions that policies tell apart. */
  List<String> sessions() {
    boolean named = lines().anyMatch(line -> line.principals().toString().contains("assumed-role"));
    return named ? SESSIONS : SESSIONS.subList(2, 3);
  }

  private PolicyDocument document(PolicyKind kind, List<Line> lines) {
    boolean withPrincipal = kind == PolicyKind.RESOURCE || kind == PolicyKind.RESOURCE_CONTROL;
    String json =
        lines.stream()
            .map(line -> line.json(withPrincipal, account()))
            .collect(Collectors.joining(",", "{'Version':'2012-10-17','Statement':[", "]}"));
    PolicyDocument document = PolicyParser.parse(kind.words(), kind, json.replace('\'', '"'));
    if (!document.problems().isEmpty()) {
      throw new IllegalStateException(document.problems().toString());
    }
    return document;
  }

  Principal principal() {
    Principal role = Samples.role(document(PolicyKind.IDENTITY, identity));
    role =
        boundary.isPresent() ? role.boundedBy(document(PolicyKind.BOUNDARY, boundary.get())) : role;
    role = session.isPresent() ? role.inSession(document(PolicyKind.SESSION, session.get())) : role;
    return control.isPresent()
        ? role.under(document(PolicyKind.SERVICE_CONTROL, control.get()))
        : role;
  }

  Resource resource() {
    Resource resource = Resource.of(arn("*"));
    resource =
        queue.isEmpty() ? resource : Resource.of(arn("*"), document(PolicyKind.RESOURCE, queue));
    return resource.under(document(PolicyKind.RESOURCE_CONTROL, ceiling));
  }

  AccessVerdict verdict() {
    return Access.ofBundledActions().between(List.of(principal()), ACTIONS, List.of(resource()));
  }

  static Arbitrary<SmallWorld> any() {
    Arbitrary<List<Line>> some = line().list().ofMinSize(0).ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(true, false),
            some,
            some.optional(0.4),
            some.optional(0.2),
            some.optional(0.3),
            some,
            line().map(SmallWorld::denying).list().ofMaxSize(1))
        .as(SmallWorld::new);
  }

  private static Line denying(Line line) {
    return new Line(
        false,
        line.notPrincipal(),
        line.principals(),
        line.notAction(),
        line.actions(),
        line.notResource(),
        line.resources(),
        line.test());
  }

  private static Arbitrary<Line> line() {
    Arbitrary<List<String>> principals =
        Arbitraries.of(
                "*",
                Samples.HOME,
                "arn:aws:iam::111111111111:root",
                Samples.ROLE,
                "arn:aws:iam::111111111111:role/other",
                "arn:aws:sts::111111111111:assumed-role/cell-a-app/s1",
                "arn:aws:sts::111111111111:assumed-role/cell-a-app/s2",
                Samples.AWAY)
            .list()
            .ofMinSize(1)
            .ofMaxSize(2);
    Arbitrary<List<String>> actions =
        Arbitraries.of(
                "*",
                "sqs:*",
                "sqs:Send*",
                "sqs:*Message",
                "sqs:?e*",
                "sqs:GetQueueUrl",
                "SQS:deletequeue",
                "s3:*")
            .list()
            .ofMinSize(1)
            .ofMaxSize(2);
    Arbitrary<List<String>> resources =
        Arbitraries.of("*", "a*", "*b", "?", "a", "b", "ab", "a?*", "*a*b", "*b*")
            .list()
            .ofMinSize(1)
            .ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.frequency(tuple(3, true), tuple(2, false)),
            Arbitraries.frequency(tuple(5, false), tuple(1, true)),
            principals,
            Arbitraries.frequency(tuple(5, false), tuple(1, true)),
            actions,
            Arbitraries.frequency(tuple(5, false), tuple(1, true)),
            resources,
            test().optional(0.4))
        .as(Line::new);
  }

  private static net.jqwik.api.Tuple.Tuple2<Integer, Boolean> tuple(int weight, boolean value) {
    return net.jqwik.api.Tuple.of(weight, value);
  }

  private static Arbitrary<Test> test() {
    Arbitrary<Test> texts =
        Combinators.combine(
                Arbitraries.of(
                    "StringEquals",
                    "StringNotEquals",
                    "StringLike",
                    "StringNotLike",
                    "StringEqualsIfExists",
                    "StringNotEqualsIfExists",
                    "StringEqualsIgnoreCase",
                    "ForAnyValue:StringLike",
                    "ForAllValues:StringEquals"),
                Arbitraries.of(KEYS),
                Arbitraries.of("p", "q", "P", "p*", "*", "pq").list().ofMinSize(1).ofMaxSize(2))
            .as(Test::new);
    Arbitrary<Test> nulls =
        Combinators.combine(Arbitraries.of(KEYS), Arbitraries.of("true", "false"))
            .as((key, value) -> new Test("Null", key, List.of(value)));
    Arbitrary<Test> facts =
        Combinators.combine(
                Arbitraries.of("StringEquals", "StringNotEquals", "StringEqualsIfExists"),
                Arbitraries.of(
                    Map.entry("aws:PrincipalAccount", Samples.HOME),
                    Map.entry("aws:PrincipalArn", Samples.ROLE),
                    Map.entry("aws:PrincipalAccount", Samples.AWAY),
                    Map.entry("aws:SourceAccount", Samples.HOME),
                    Map.entry("aws:RequestedRegion", "eu-west-1"),
                    Map.entry("aws:PrincipalIsAWSService", "false")))
            .as((operator, entry) -> new Test(operator, entry.getKey(), List.of(entry.getValue())));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, texts),
        net.jqwik.api.Tuple.of(2, nulls),
        net.jqwik.api.Tuple.of(3, facts));
  }
}
