package io.cellwall.edge;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import io.cellwall.edge.global.GlobalEdge;
import io.cellwall.edge.global.GlobalEdgePlan;
import io.cellwall.edge.region.RegionEdge;
import io.cellwall.edge.region.RegionEdgePlan;
import io.cellwall.edge.zone.ZoneEdge;
import io.cellwall.edge.zone.ZoneEdgePlan;
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

/** What an edge declares, caught before it reaches any engine. */
public final class Rehearsal implements Mocks {

  /** An RSA key of 512 bits, base64 of its DER form: short, and good for tests only. */
  public static final String PUBLIC_KEY =
      "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAOx2urulOj1f/zG8qRxPPXV985UuxjsgfjkCqdA4m6J+BmD3"
          + "ocFEoKzbJf0sta0LuKn/Z0SlO7agmGXg40uWrtUCAwEAAQ==";

  private final ConcurrentLinkedQueue<Declared> declared = new ConcurrentLinkedQueue<>();

  private Rehearsal() {}

  /**
   * A resource that was declared.
   *
   * @param region the region of its provider
   */
  public record Declared(String type, String name, String region, TreeMap<String, Object> inputs) {

    /** An input as text, empty where it is absent. */
    public String input(String key) {
      return String.valueOf(inputs.getOrDefault(key, ""));
    }

    /** Type, name and region, then a line for each input but the tags. */
    public String describe() {
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
  public static List<Declared> of(ZoneEdgePlan plan) {
    return of(plan, plan.regions(), false);
  }

  public static List<Declared> of(ZoneEdgePlan plan, List<Region> regions, boolean preview) {
    return run(
        preview,
        () -> {
          Map<Region, Provider> providers = new TreeMap<>();
          regions.forEach(region -> providers.put(region, provider(region.code())));
          new ZoneEdge(
              plan,
              providers,
              provider(plan.hostedZone().keyRegion() + "-dnssec"),
              ComponentResourceOptions.Empty);
        });
  }

  /** The same of a region's edge. */
  public static List<Declared> of(RegionEdgePlan plan) {
    return run(false, () -> new RegionEdge(plan, in(provider(plan.region().code()))));
  }

  /** The same of the global edge. */
  public static List<Declared> of(GlobalEdgePlan plan) {
    return run(
        false,
        () ->
            new GlobalEdge(
                plan,
                provider(plan.hostedZone().keyRegion() + "-dnssec"),
                in(provider(plan.region().code()))));
  }

  /** Those of one type, without module and repetition: {@code Key}. */
  public static List<Declared> only(List<Declared> declared, String type) {
    return declared.stream().filter(each -> each.type().endsWith(":" + type)).toList();
  }

  private static List<Declared> run(boolean preview, Runnable edge) {
    Rehearsal rehearsal = new Rehearsal();
    try {
      PulumiTest.withMocks(rehearsal)
          .withOptions(TestOptions.builder().preview(preview).build())
          .runTest(context -> edge.run())
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return rehearsal.declared.stream()
        .sorted(
            Comparator.comparing(Declared::type)
                .thenComparing(Declared::name)
                .thenComparing(Declared::region))
        .toList();
  }

  private static ComponentResourceOptions in(Provider provider) {
    return ComponentResourceOptions.builder().provider(provider).build();
  }

  private static Provider provider(String name) {
    return new Provider(name, ProviderArgs.Empty);
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
    madeUp(args).forEach(state::putIfAbsent);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + " (id)"), state));
  }

  // What AWS makes up and an edge uses.
  private static Map<String, Object> madeUp(ResourceArgs args) {
    return Map.of(
        "nameServers",
        List.of("ns-1.awsdns-01.com"),
        "dsRecord",
        "12345 13 2 AB",
        "dnsName",
        args.name + ".awsglobalaccelerator.com",
        "hostedZoneId",
        "Z0",
        "prefixListId",
        "pl-63a5400a",
        "dnsEntries",
        List.of(Map.of("dnsName", args.name + ".vpce.amazonaws.com", "hostedZoneId", "Z1")),
        "domainValidationOptions",
        List.of(Map.of("resourceRecordName", "_a.example.com.", "resourceRecordValue", "_b.aws.")));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    if (!args.token.equals("aws:kms/getPublicKey:getPublicKey")) {
      throw new AssertionError("an edge asks AWS for nothing else, and asked " + args.token);
    }
    return CompletableFuture.completedFuture(
        Map.of(
            "publicKey",
            PUBLIC_KEY,
            "publicKeyPem",
            "",
            "arn",
            "",
            "customerMasterKeySpec",
            "RSA_2048",
            "encryptionAlgorithms",
            List.of(),
            "id",
            "",
            "keyId",
            String.valueOf(args.args.get("keyId")),
            "keyUsage",
            "SIGN_VERIFY",
            "signingAlgorithms",
            List.of()));
  }
}
