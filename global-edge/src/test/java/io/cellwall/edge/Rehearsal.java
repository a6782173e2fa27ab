package io.cellwall.edge;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import io.cellwall.regions.model.Region;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a zone's edge declares, caught before it reaches any engine. */
final class Rehearsal implements Mocks {

  private final ConcurrentLinkedQueue<Declared> declared = new ConcurrentLinkedQueue<>();

  private Rehearsal() {}

  /**
   * A resource that was declared.
   *
   * @param region the region of its provider
   */
  record Declared(String type, String name, String region, TreeMap<String, Object> inputs) {

    /** An input as text, empty where it is absent. */
    String input(String key) {
      return String.valueOf(inputs.getOrDefault(key, ""));
    }

    /** Type, name and region, then a line for each input but the tags. */
    String describe() {
      StringBuilder text =
          new StringBuilder(type.replaceAll("^aws:|:[^:]*$", "") + " " + name + " in " + region);
      inputs.forEach(
          (key, value) -> {
            if (!key.equals("tags")) {
              text.append("\n  ").append(key).append(" ").append(sorted(value));
            }
          });
      return text.append('\n').toString();
    }

    private static Object sorted(Object value) {
      if (value instanceof Map<?, ?> map) {
        TreeMap<String, Object> byKey = new TreeMap<>();
        map.forEach((key, inner) -> byKey.put(String.valueOf(key), sorted(inner)));
        return byKey;
      }
      return value instanceof Collection<?> values
          ? values.stream().map(Declared::sorted).toList()
          : value;
    }
  }

  /** Everything that the edge of this plan declares, sorted, with a provider for each region. */
  static List<Declared> of(ZoneEdgePlan plan) {
    return of(plan, plan.regions(), false);
  }

  static List<Declared> of(ZoneEdgePlan plan, List<Region> regions, boolean preview) {
    Rehearsal rehearsal = new Rehearsal();
    try {
      PulumiTest.withMocks(rehearsal)
          .withOptions(TestOptions.builder().preview(preview).build())
          .runTest(
              context -> new ZoneEdge(plan, providers(regions), ComponentResourceOptions.Empty))
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return rehearsal.declared.stream()
        .sorted(Comparator.comparing(Declared::type).thenComparing(Declared::name))
        .toList();
  }

  private static Map<Region, Provider> providers(List<Region> regions) {
    Map<Region, Provider> providers = new TreeMap<>();
    for (Region region : regions) {
      providers.put(region, new Provider(region.code(), ProviderArgs.Empty));
    }
    return providers;
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    if (args.type.startsWith("aws:")) {
      String region =
          String.valueOf(args.provider).replaceAll("^.*pulumi:providers:aws::|::[^:]*$", "");
      declared.add(new Declared(args.type, args.name, region, new TreeMap<>(args.inputs)));
    }
    Map<String, Object> state = new HashMap<>(args.inputs);
    state.put("arn", args.name + " (arn)");
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + " (id)"), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    throw new AssertionError("an edge asks AWS for nothing, and asked " + args.token);
  }
}
