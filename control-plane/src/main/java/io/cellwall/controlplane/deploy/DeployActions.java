package io.cellwall.controlplane.deploy;

import io.cellwall.regions.model.GlobalByDesign;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a deploy role must be allowed, by the types that its stack creates: the file {@code
 * actions.txt} beside this class, whose head says how it is written.
 */
final class DeployActions {

  static final String FILE =
      "control-plane/src/main/resources/io/cellwall/controlplane/deploy/actions.txt";

  /**
   * A service of AWS.
   *
   * @param global whether calls to it have no region of the stack's
   * @param arns what its own resources are called, with {@code {r} {a} {s} {o}} to be filled in
   */
  record Service(boolean global, List<String> arns) {}

  /**
   * What one type needs.
   *
   * @param actions the actions
   * @param passedTo services that it hands roles to
   * @param linked services that make their service-linked role for it
   * @param copies what a copy in another region takes, there
   * @param key where its key lies, if that is outside the stack's regions by AWS's design
   */
  record Needs(
      List<String> actions,
      List<String> passedTo,
      List<String> linked,
      List<String> copies,
      Optional<GlobalByDesign> key) {

    static Needs of(List<String> actions) {
      return new Needs(actions, List.of(), List.of(), List.of(), Optional.empty());
    }

    Needs passingTo(List<String> services) {
      return new Needs(actions, services, linked, copies, key);
    }

    Needs linkedTo(List<String> services) {
      return new Needs(actions, passedTo, services, copies, key);
    }

    Needs copiedBy(List<String> some) {
      return new Needs(actions, passedTo, linked, some, key);
    }

    Needs keyIn(GlobalByDesign place) {
      return new Needs(actions, passedTo, linked, copies, Optional.of(place));
    }
  }

  private final SortedMap<String, Service> services = new TreeMap<>();
  private final SortedSet<String> withoutResource = new TreeSet<>();
  private final SortedSet<String> bounded = new TreeSet<>();
  private final SortedMap<String, Needs> types = new TreeMap<>();

  private DeployActions() {}

  /**
   * Reads the file.
   *
   * @throws IllegalStateException if a line of it says nothing that is known
   */
  static DeployActions load() {
    try (InputStream file = DeployActions.class.getResourceAsStream("actions.txt")) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not in the jar");
      }
      DeployActions actions = new DeployActions();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(actions::add);
      return actions;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void add(String line) {
    List<String> words = List.of(line.split(" ", -1));
    String subject = words.get(1);
    List<String> rest = words.subList(2, words.size());
    switch (words.get(0)) {
      case "service" -> {
        boolean global = rest.get(0).equals("global");
        services.put(subject, new Service(global, global ? rest.subList(1, rest.size()) : rest));
      }
      case "any" -> withoutResource.addAll(actions(words.subList(1, words.size())));
      case "bounded" -> bounded.addAll(actions(words.subList(1, words.size())));
      case "type" -> types.put(subject, Needs.of(actions(rest)));
      case "pass" -> types.computeIfPresent(subject, (type, old) -> old.passingTo(rest));
      case "link" -> types.computeIfPresent(subject, (type, old) -> old.linkedTo(rest));
      case "copy" -> types.computeIfPresent(subject, (type, old) -> old.copiedBy(actions(rest)));
      case "key" ->
          types.computeIfPresent(
              subject, (type, old) -> old.keyIn(GlobalByDesign.valueOf(rest.get(0))));
      default -> throw new IllegalStateException(FILE + ": what is \"" + line + "\"?");
    }
  }

  // sqs:CreateQueue,DeleteQueue
  private static List<String> actions(List<String> words) {
    List<String> actions = new ArrayList<>();
    for (String word : words) {
      int colon = word.indexOf(':');
      for (String name : word.substring(colon + 1).split(",", -1)) {
        actions.add(word.substring(0, colon + 1) + name);
      }
    }
    return actions;
  }

  /**
   * What these types need.
   *
   * @throws IllegalArgumentException if it is not known of all of them; the message has the lines
   *     to add
   */
  List<Needs> of(SortedSet<String> resourceTypes) {
    List<Needs> needs = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String type : resourceTypes) {
      Needs known = types.get(type);
      if (known == null) {
        unknown.add("  type " + type + " SERVICE:ACTION,...");
      } else {
        needs.add(known);
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "it is not known what a deploy role must be allowed for %d of the types that the stack creates; add to %s, with the actions that create, read, change, tag and delete one:%n%s"
              .formatted(unknown.size(), FILE, String.join(System.lineSeparator(), unknown)));
    }
    return needs;
  }

  /**
   * A service of the file.
   *
   * @throws IllegalStateException if the file has no line for it
   */
  Service service(String name) {
    Service service = services.get(name);
    if (service == null) {
      throw new IllegalStateException(FILE + " has no line: service " + name + " ARN...");
    }
    return service;
  }

  boolean has(String service) {
    return services.containsKey(service);
  }

  boolean takesNoResource(String action) {
    return withoutResource.contains(action);
  }

  boolean isBounded(String action) {
    return bounded.contains(action);
  }

  SortedSet<String> types() {
    return new TreeSet<>(types.keySet());
  }
}
