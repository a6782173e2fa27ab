package io.cellwall.controlplane.deploy;

import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final List<String> regions;
  private final DeployActions actions = DeployActions.load();
  private final List<DeployActions.Needs> needs;

  StackStatements(Place place, List<String> regions, SortedSet<String> resourceTypes) {
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
        .filter(region -> !regions.contains(region))
        .distinct()
        .toList();
  }

  List<String> ownRoles() {
    return List.of(place.globalArn("iam", "role/" + place.stack() + "-*"));
  }

  /** The boundary that every role of the stack carries; the stack itself declares it. */
  String stackBoundary() {
    return place.globalArn("iam", "policy/" + place.stack() + "-boundary");
  }

  List<String> own(String service) {
    List<String> all = new ArrayList<>(regions);
    if (service.equals(KMS)) {
      all.addAll(keyRegions());
    }
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
    Statement statement =
        Statement.allow(sid(service), some.toArray(String[]::new)).on(own(service));
    // A bucket's ARN names no account, and anybody may have taken the name.
    return service.equals(S3)
        ? statement.when("StringEquals", "aws:ResourceAccount", place.account())
        : statement;
  }

  private List<Statement> withoutResource(SortedMap<String, SortedSet<String>> unnamed) {
    SortedSet<String> regional = new TreeSet<>();
    SortedSet<String> global = new TreeSet<>();
    SortedSet<String> keys = new TreeSet<>();
    unnamed.forEach(
        (service, some) -> {
          if (service.equals(KMS)) {
            keys.addAll(some);
          } else {
            (isGlobalService(service) ? global : regional).addAll(some);
          }
        });
    List<String> ofKeys = new ArrayList<>(regions);
    ofKeys.addAll(keyRegions());
    return Stream.of(
            inRegions("TakeNoResource", regional, Optional.of(regions)),
            inRegions("TakeNoResourceNorRegion", global, Optional.empty()),
            inRegions("TakeNoKey", keys, Optional.of(ofKeys)))
        .flatMap(List::stream)
        .toList();
  }

  boolean isGlobalService(String service) {
    // A service without a line has no resources, only such actions: it is regional.
    return actions.has(service) && actions.service(service).global();
  }

  private static List<Statement> inRegions(
      String sid, SortedSet<String> some, Optional<List<String>> regions) {
    if (some.isEmpty()) {
      return List.of();
    }
    Statement statement = Statement.allow(sid, some.toArray(String[]::new)).on("*");
    return List.of(
        regions
            .map(codes -> statement.when("StringEquals", "aws:RequestedRegion", codes))
            .orElse(statement));
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
