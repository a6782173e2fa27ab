package io.cellwall.fleet.change.danger;

import com.google.common.collect.Sets;
import io.cellwall.fleet.change.Action;
import io.cellwall.fleet.change.ResourceChange;
import io.cellwall.policies.graph.change.PropertyDifference;
import io.cellwall.regions.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of a network, a route or an opening change. */
final class CidrChanged implements DangerRule {

  private static final Pattern CIDR =
      Pattern.compile("(?i)(?:^|.*[.\\]])[a-z0-9]*cidr[a-z0-9]*(?:\\[\\d+])?");

  /** The place in a list. */
  private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

  @Override
  public String reason() {
    return "Addresses are never changed nor used again, and an opening lets others in: see that"
        + " this is what you mean.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    return delta
        .resources()
        .filter(each -> each.action() != Action.CREATE && each.action() != Action.DELETE)
        .flatMap(
            each ->
                words(each)
                    .map(words -> danger(each.urn(), each.shown() + ": " + words, List.of())))
        .toList();
  }

  private static Stream<String> words(ResourceChange resource) {
    Map<String, List<PropertyDifference>> byList = new TreeMap<>();
    resource.differences().stream()
        .filter(difference -> CIDR.matcher(difference.path()).matches())
        .forEach(
            difference ->
                byList
                    .computeIfAbsent(
                        PLACE.matcher(difference.path()).replaceAll("[*]"), x -> new ArrayList<>())
                    .add(difference));
    return byList.entrySet().stream().flatMap(each -> words(each.getKey(), each.getValue()));
  }

  // Where one of a list goes, the others take its place: what matters is which come and which go.
  private static Stream<String> words(String list, List<PropertyDifference> differences) {
    SortedSet<String> gone = addresses(differences, PropertyDifference::before);
    SortedSet<String> come = addresses(differences, PropertyDifference::after);
    Set<String> stay = Set.copyOf(Sets.intersection(gone, come));
    gone.removeAll(stay);
    come.removeAll(stay);
    if (differences.size() == 1 || (gone.isEmpty() && come.isEmpty())) {
      return differences.stream().map(PropertyDifference::words);
    }
    return Stream.of(
        list
            + ": "
            + Stream.of(shown("new are ", come), shown("gone are ", gone))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; ")));
  }

  private static Optional<String> shown(String what, SortedSet<String> addresses) {
    return addresses.isEmpty()
        ? Optional.empty()
        : Optional.of(what + String.join(", ", addresses));
  }

  private static SortedSet<String> addresses(
      List<PropertyDifference> differences, Function<PropertyDifference, Optional<String>> side) {
    return differences.stream()
        .flatMap(each -> side.apply(each).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
