package io.cellwall.cell;

import com.google.common.hash.Hashing;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** What a cell's program declares, caught before it reaches any engine. */
final class Rehearsal implements Mocks {

  // Numbers reach the engine as doubles; the golden files show them as they were meant.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(new SimpleModule().addSerializer(Double.class, new WholeNumbers()))
          .build();

  private final ConcurrentLinkedQueue<Declared> declared = new ConcurrentLinkedQueue<>();

  private Rehearsal() {}

  private static final Set<String> SECRET = Set.of("masterPassword", "secretString");

  /** A resource that was declared. */
  record Declared(String type, String name, String provider, TreeMap<String, Object> inputs) {

    /** An input as text, empty where it is absent. */
    String input(String key) {
      return String.valueOf(inputs.getOrDefault(key, ""));
    }

    /** The id that the rehearsal gives to the resource. */
    String id() {
      return name + " (id)";
    }

    /**
     * One line: type, name, inputs without tags. A policy, and a list of objects, follow with a
     * line for each statement or object.
     */
    String describe() {
      StringBuilder line = new StringBuilder(type.replaceAll("^aws:|:[^:]*$", "") + " " + name);
      StringBuilder below = new StringBuilder();
      JsonNode json = JSON.valueToTree(inputs);
      for (Map.Entry<String, JsonNode> input : json.properties()) {
        if (SECRET.contains(input.getKey())) {
          line.append(" ").append(input.getKey()).append("=(secret)");
          continue;
        }
        JsonNode value = policy(input.getValue()).orElse(input.getValue());
        JsonNode parts = value.isObject() ? value.path("Statement") : value;
        if (parts.isArray() && parts.path(0).isObject()) {
          parts.forEach(part -> below.append("  %s %s%n".formatted(input.getKey(), part)));
        } else if (!input.getKey().equals("tags")) {
          line.append(" ").append(input.getKey()).append("=");
          line.append(value.isString() ? brief(value.stringValue()) : value);
        }
      }
      return line.append('\n').append(below).toString();
    }

    /** Whole files are shown by their hash. */
    private static String brief(String text) {
      return text.length() < 1_000
          ? text
          : "(%d characters, SHA-256 %s)"
              .formatted(
                  text.length(),
                  Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString());
    }

    /** The policy documents among the inputs. */
    List<JsonNode> policies() {
      return JSON.valueToTree(inputs).values().stream().flatMap(v -> policy(v).stream()).toList();
    }

    private static Optional<JsonNode> policy(JsonNode value) {
      return value.isString() && value.stringValue().startsWith("{\"Version\"")
          ? Optional.of(JSON.readTree(value.stringValue()))
          : Optional.empty();
    }
  }

  /** Everything that the cell of this plan declares under its provider, sorted. */
  static List<Declared> of(CellPlan plan) {
    return run(plan, false);
  }

  /** The same in a preview, where what AWS makes up is not known. */
  static List<Declared> preview(CellPlan plan) {
    return run(plan, true);
  }

  private static List<Declared> run(CellPlan plan, boolean preview) {
    Rehearsal rehearsal = new Rehearsal();
    try {
      PulumiTest.withMocks(rehearsal)
          .withOptions(TestOptions.builder().preview(preview).build())
          .runTest(
              context -> {
                Provider provider = new Provider("the-cell", ProviderArgs.Empty);
                Optional<ProviderResource> elsewhere =
                    plan.backup()
                        .copy()
                        .map(copy -> new Provider("the-cell-copy", ProviderArgs.Empty));
                new Cell(
                    plan, elsewhere, ComponentResourceOptions.builder().provider(provider).build());
              })
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return rehearsal.declared.stream()
        .sorted(Comparator.comparing(Declared::type).thenComparing(Declared::name))
        .toList();
  }

  private static final class WholeNumbers extends StdSerializer<Double> {
    private WholeNumbers() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
      generator.writeNumber(value.longValue());
    }
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    Declared resource =
        new Declared(
            args.type, args.name, String.valueOf(args.provider), new TreeMap<>(args.inputs));
    if (args.type.startsWith("aws:")) {
      declared.add(resource);
    }
    Map<String, Object> state = new HashMap<>(args.inputs);
    state.put("arn", args.name + " (arn)");
    state.put("arnSuffix", "app/" + args.name + "/50dc6c495c0c9188");
    state.put("endpoint", args.name + " (endpoint)");
    state.put("primaryEndpointAddress", args.name + " (primary)");
    state.put("prometheusEndpoint", args.name + " (endpoint)");
    state.put("nameServers", List.of("ns-2.awsdns-02.org", "ns-1.awsdns-01.com"));
    state.put("prefixListId", args.name + " (prefix list)");
    state.put("serviceName", args.inputs.getOrDefault("serviceName", args.name + " (service)"));
    if (args.type.equals("aws:acm/certificate:Certificate")) {
      state.put(
          "domainValidationOptions",
          List.of(
              Map.of(
                  "domainName",
                  args.inputs.get("domainName"),
                  "resourceRecordName",
                  "_proof." + args.inputs.get("domainName"),
                  "resourceRecordType",
                  "CNAME",
                  "resourceRecordValue",
                  "_value.acm-validations.aws.")));
    }
    if (args.type.equals("aws:eks/cluster:Cluster")) {
      Map<String, Object> vpc = new HashMap<>();
      if (args.inputs.get("vpcConfig") instanceof Map<?, ?> given) {
        given.forEach((key, value) -> vpc.put(String.valueOf(key), value));
      }
      vpc.put("clusterSecurityGroupId", args.name + " (security group)");
      state.put("vpcConfig", vpc);
    }
    state.put("availabilityZone", "zone of " + args.name);
    state.put("latestVersion", 1);
    state.put("ciphertextBlob", args.name + " (ciphertext)");
    state.put("defaultNetworkAclId", "default ACL (id)");
    state.put("defaultRouteTableId", "default route table (id)");
    return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(resource.id()), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    throw new AssertionError("a cell asks AWS for nothing, and asked " + args.token);
  }
}
