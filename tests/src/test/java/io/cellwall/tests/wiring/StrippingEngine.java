package io.cellwall.tests.wiring;

import com.google.protobuf.Struct;
import com.pulumi.Context;
import com.pulumi.resources.Resource;
import com.pulumi.test.EmptyMocks;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import io.cellwall.tests.engine.StandInEngine;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;

/**
 * Answers as the engine does in the first preview of a stack: with no id, and of the outputs only
 * those that are inputs too and known already.
 */
final class StrippingEngine extends MockMonitor {

  /** How the protocol says that a value is not known yet. */
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private final String stack;
  private final Map<String, Map<String, Set<String>>> dependencies = new ConcurrentHashMap<>();

  private StrippingEngine(String stack) {
    super(new EmptyMocks(), PulumiTestInternal.mockLog());
    this.stack = stack;
  }

  /** What each input of each resource depends on, as the engine gets it: by URN, by input. */
  static Map<String, Map<String, Set<String>>> dependencies(
      String stack, Consumer<Context> program) {
    StrippingEngine engine = new StrippingEngine(stack);
    StandInEngine.run(engine, stack, true, program);
    return new TreeMap<>(engine.dependencies);
  }

  @Override
  public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
      Resource resource, RegisterResourceRequest request) {
    resources.add(resource);
    String urn = urn(request);
    Map<String, Set<String>> byInput = new TreeMap<>();
    request
        .getPropertyDependenciesMap()
        .forEach((input, urns) -> byInput.put(input, new TreeSet<>(urns.getUrnsList())));
    dependencies.put(urn, byInput);
    return CompletableFuture.completedFuture(
        RegisterResourceResponse.newBuilder()
            .setUrn(urn)
            .setObject(known(request.getObject()))
            .build());
  }

  // What a provider answers in a preview are the inputs that are known.
  private static Struct known(Struct inputs) {
    Struct.Builder known = Struct.newBuilder();
    inputs
        .getFieldsMap()
        .forEach(
            (name, value) -> {
              if (!value.toString().contains(UNKNOWN)) {
                known.putFields(name, value);
              }
            });
    return known.build();
  }

  @Override
  public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
    return CompletableFuture.completedFuture(
        ResourceInvokeResponse.newBuilder().setReturn(Struct.getDefaultInstance()).build());
  }

  // urn:pulumi:<stack>::<project>::<types of parents>$<type>::<name>
  private String urn(RegisterResourceRequest request) {
    String parent = request.getParent();
    String types = parent.isEmpty() ? "" : parent.split("::", -1)[2];
    String above = types.isEmpty() || types.equals("pulumi:pulumi:Stack") ? "" : types + "$";
    return "urn:pulumi:%s::cellwall::%s%s::%s"
        .formatted(stack, above, request.getType(), request.getName());
  }
}
