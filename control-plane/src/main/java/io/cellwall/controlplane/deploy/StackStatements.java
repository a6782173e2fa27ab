package io.cellwall.controlplane.deploy;

import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a stack's resource types ask of its deploy role, as statements. */
final class StackStatements {

  private static final String KMS = "kms";
  private static final String S3 = "s3";

  private final Place place;
  private final Regions regions;
  private final DeployActions actions = DeployActions.load();
  private final List<DeployActions.Needs> needs;

  StackStatements(Place place, Regions regions, SortedSet<String> resourceTypes) {
    this.place = place;
    this.regions = regions;
    needs = actions.of(resourceTypes);
  }

  List<Statement> all() {
    SortedMap<String, SortedSet<String>> named = new TreeMap<>();
    SortedMap<String, SortedSet<String>> unnamed = new TreeMap<>();
    SortedSet<String> bounded = new TreeSet<>();
    for (String action : needs.stream().flatMap(each -> each.actions().stream()).toList()) {
      if (actions.isBounded(action)) {
        bounded.add(action);
      } else {
        (actions.takesNoResource(action) ? unnamed : named)
            .computeIfAbsent(serviceOf(action), any -> new TreeSet<>())
            .add(action);
      }
    }
    List<Statement> statements = new ArrayList<>();
    named.forEach((service, some) -> statements.add(onOwn(service, some)));
    if (!bounded.isEmpty()) {
      statements.add(
          Statement.allow("RolesWithinTheBoundary", bounded.toArray(String[]::new))
              .on(ownRoles())
              .when("StringEquals", "iam:PermissionsBoundary", stackBoundary()));
    }
    statements.addAll(copies());
    statements.addAll(withoutResource(unnamed));
    statements.addAll(roles());
    return statements;
  }

  /** The services that the stack calls, but for those whose resources have no names to go by. */
  SortedSet<String> services() {
    SortedSet<String> services = new TreeSet<>();
    needs.forEach(each -> each.actions().forEach(action -> services.add(serviceOf(action))));
    return services;
  }

  /** Where AWS wants keys of the stack, beside its own regions. */
  List<String> keyRegions() {
    return needs.stream()
        .flatMap(each -> each.key().stream())
        .flatMap(each -> each.region().stream())
        .map(Region::code)
        .filter(region -> !regions.of(KMS).contains(region))
        .distinct()
        .toList();
  }

  List<String> regionsOfKeys() {
    return Stream.concat(regions.of(KMS).stream(), keyRegions().stream()).toList();
  }

  List<String> ownRoles() {
    return List.of(place.globalArn("iam", "role/" + place.stack() + "-*"));
  }

  /** The boundary that every role of the stack carries; the stack itself declares it. */
  String stackBoundary() {
    return place.globalArn("iam", "policy/" + place.stack() + "-boundary");
  }

  List<String> own(String service) {
    return own(service, service.equals(KMS) ? regionsOfKeys() : regions.of(service));
  }

  private List<String> own(String service, List<String> all) {
    return actions.service(service).arns().stream()
        .flatMap(
            arn ->
                arn.contains("{r}")
                    ? all.stream().map(region -> arn.replace("{r}", region))
                    : Stream.of(arn))
        .map(this::filled)
        .toList();
  }

  private String filled(String arn) {
    return "arn:"
        + place.partition()
        + ":"
        + arn.replace("{a}", place.account())
            .replace("{s}", place.stack())
            .replace("{o}", place.organization());
  }

  private Statement onOwn(String service, SortedSet<String> some) {
    Statement statement = Statement.allow(sid(service), Shortened.of(some)).on(own(service));
    // A bucket's ARN names no account, and anybody may have taken the name.
    return service.equals(S3)
        ? statement.when("StringEquals", "aws:ResourceAccount", place.account())
        : statement;
  }

  // Where a copy is, and not where the original is, whose contents are nothing to who deploys.
  private List<Statement> copies() {
    SortedMap<String, SortedSet<String>> byService = new TreeMap<>();
    needs.forEach(
        each ->
            each.copies()
                .forEach(
                    action ->
                        byService
                            .computeIfAbsent(serviceOf(action), any -> new TreeSet<>())
                            .add(action)));
    List<Statement> statements = new ArrayList<>();
    byService.forEach(
        (service, some) -> {
          List<String> elsewhere =
              regions.of(service).stream().filter(each -> !each.equals(regions.own())).toList();
          if (!elsewhere.isEmpty()) {
            statements.add(
                Statement.allow("Copy" + service, some.toArray(String[]::new))
                    .on(own(service, elsewhere)));
          }
        });
    return statements;
  }

  private List<Statement> withoutResource(SortedMap<String, SortedSet<String>> unnamed) {
    SortedSet<String> global = new TreeSet<>();
    SortedMap<List<String>, SortedSet<String>> byRegions =
        new TreeMap<>(Comparator.comparing(Object::toString));
    unnamed.forEach(
        (service, some) -> {
          if (isGlobalService(service)) {
            global.addAll(some);
          } else {
            byRegions
                .computeIfAbsent(
                    service.equals(KMS) ? regionsOfKeys() : regions.of(service),
                    any -> new TreeSet<>())
                .addAll(some);
          }
        });
    List<Statement> statements = new ArrayList<>();
    byRegions.forEach(
        (codes, some) ->
            statements.add(
                everywhere("TakeNoResource" + (statements.size() + 1), some)
                    .when("StringEquals", "aws:RequestedRegion", codes)));
    if (!global.isEmpty()) {
      statements.add(everywhere("TakeNoResourceNorRegion", global));
    }
    return statements;
  }

  private static Statement everywhere(String sid, SortedSet<String> some) {
    return Statement.allow(sid, Shortened.of(some)).on("*");
  }

  /**
   * Tells whether calls to the service have no region; one without a line has such actions only.
   */
  boolean isGlobalService(String service) {
    return actions.has(service) && actions.service(service).global();
  }

  private List<Statement> roles() {
    List<String> passedTo = distinct(needs.stream().flatMap(each -> each.passedTo().stream()));
    List<String> linked = distinct(needs.stream().flatMap(each -> each.linked().stream()));
    List<Statement> statements = new ArrayList<>();
    if (!passedTo.isEmpty()) {
      statements.add(
          Statement.allow("HandRolesToServices", "iam:PassRole")
              .on(ownRoles())
              .when("StringEquals", "iam:PassedToService", passedTo));
    }
    if (!linked.isEmpty()) {
      statements.add(
          Statement.allow("LetServicesMakeTheirRoles", "iam:CreateServiceLinkedRole")
              .on(place.globalArn("iam", "role/aws-service-role/*"))
              .when("StringEquals", "iam:AWSServiceName", linked));
    }
    return statements;
  }

  private static List<String> distinct(Stream<String> all) {
    return all.distinct().sorted().toList();
  }

  private static String serviceOf(String action) {
    return action.substring(0, action.indexOf(':'));
  }

  // IAM takes letters and digits only.
  private static String sid(String service) {
    return "Own" + service.replace("-", "");
  }
}
