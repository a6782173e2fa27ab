package io.cellwall.fleet.preview;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The outlines that earlier runs made of what a fleet is made of now: of this very inventory, or of
 * another that gives the same to everybody and plans the stack the same.
 *
 * @param cache what is remembered
 * @param planKeys keys of the stacks' plans by name; made only where something has changed
 * @param controlPlanes makes the stacks' control planes; empty where they are left out
 */
record EarlierOutlines(
    OutlineCache cache,
    Supplier<Map<String, String>> planKeys,
    Optional<ControlPlanes> controlPlanes) {

  /** Those that are known. */
  Map<StackPart, StackOutline> find(Collection<StackPart> keys) {
    Map<StackPart, StackOutline> known = new HashMap<>(all(keys, key -> cache.find(key.name())));
    if (known.size() == keys.size()) {
      return known;
    }
    Map<String, String> plans = planKeys.get();
    // What a control plane must be goes by what its stack declares, so they come after the stacks.
    for (Part part : Part.values()) {
      Map<StackPart, StackOutline> again =
          all(
              keys.stream().filter(key -> key.part() == part && !known.containsKey(key)).toList(),
              key -> madeFrom(key, plans, known).flatMap(made -> cache.find(key.name(), made)));
      again.forEach((key, outline) -> cache.put(key.name(), outline));
      known.putAll(again);
    }
    return known;
  }

  private interface Look {
    Optional<StackOutline> at(StackPart key);
  }

  private static Map<StackPart, StackOutline> all(Collection<StackPart> keys, Look look) {
    return keys.parallelStream()
        .flatMap(key -> look.at(key).map(found -> Map.entry(key, found)).stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Remembers new ones. */
  void put(Map<StackPart, StackOutline> outlines) {
    Map<String, String> plans = planKeys.get();
    outlines.forEach(
        (key, outline) -> {
          cache.put(key.name(), outline);
          madeFrom(key, plans, outlines).ifPresent(made -> cache.put(key.name(), made, outline));
        });
  }

  // Empty where that is not known, or where nothing can be made of it.
  private Optional<String> madeFrom(
      StackPart key, Map<String, String> plans, Map<StackPart, StackOutline> known) {
    return switch (key.part()) {
      case DECLARED_BY_PULUMI -> Optional.ofNullable(plans.get(key.program().name().value()));
      case CONTROL_PLANE ->
          Optional.ofNullable(known.get(new StackPart(key.program(), Part.DECLARED_BY_PULUMI)))
              .flatMap(
                  stack ->
                      controlPlanes.flatMap(
                          all -> all.key(key.program(), stack.resourcesByType().keySet())));
    };
  }
}
