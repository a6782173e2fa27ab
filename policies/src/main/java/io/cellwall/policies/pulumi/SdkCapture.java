package io.cellwall.policies.pulumi;

import com.pulumi.Context;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.Resource;
import com.pulumi.test.EmptyMocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import io.cellwall.policies.graph.Node;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import pulumirpc.AliasOuterClass;
import pulumirpc.Provider;

/**
 * The one class that knows the SDK from inside: it stands where the SDK expects the engine.
 *
 * <p>The SDK's public mocks drop unknown inputs, parents and dependencies. The requests that go
 * through its monitor have them all, but the monitor is internal, so a test pins the version that
 * this class was written against ({@link #SDK_VERSION}).
 */
final class SdkCapture {

  /** The version of com.pulumi:pulumi whose internals this class was written against. */
  static final String SDK_VERSION = "1.36.1";

  private static final Map<Class<?>, List<String>> OUTPUT_NAMES = new ConcurrentHashMap<>();

  private SdkCapture() {}

  /** Runs the program as a preview, with the recorder in the engine's place. */
  static TestResult run(
      String project, String stack, Recorder recorder, Consumer<Context> program) {
    Logger silent = Logger.getAnonymousLogger();
    silent.setUseParentHandlers(false);
    silent.setLevel(Level.OFF);
    PulumiTestInternal test =
        PulumiTestInternal.builder()
            .options(
                TestOptions.builder().projectName(project).stackName(stack).preview(true).build())
            .standardLogger(silent)
            .monitorDecorator(ignored -> new Monitor(recorder))
            .build();
    try {
      return SdkThreads.awake(() -> test.runTest(program));
    } finally {
      PulumiTest.cleanup();
    }
  }

  /** Stands where the SDK expects the engine's resource monitor. */
  private static final class Monitor extends MockMonitor {

    private final Recorder recorder;

    Monitor(Recorder recorder) {
      super(new EmptyMocks(), PulumiTestInternal.mockLog());
      this.recorder = recorder;
    }

    @Override
    public CompletableFuture<pulumirpc.Resource.RegisterResourceResponse> registerResourceAsync(
        Resource resource, pulumirpc.Resource.RegisterResourceRequest request) {
      return answer(
          () -> {
            resources.add(resource);
            Registration.Answer answer = recorder.register(registration(resource, request));
            return pulumirpc.Resource.RegisterResourceResponse.newBuilder()
                .setUrn(answer.urn())
                .setId(answer.id().orElse(""))
                .setObject(WireValues.struct(answer.state()))
                .build();
          });
    }

    @Override
    public CompletableFuture<pulumirpc.Resource.ReadResourceResponse> readResourceAsync(
        Resource resource, pulumirpc.Resource.ReadResourceRequest request) {
      return answer(
          () -> {
            resources.add(resource);
            Registration.Answer answer =
                recorder.register(
                    new Registration(
                        Node.Kind.READ,
                        request.getType(),
                        request.getName(),
                        filled(request.getParent()),
                        Optional.of(request.getId()),
                        WireValues.fields(request.getProperties()),
                        provider(request.getProvider()),
                        Set.copyOf(request.getDependenciesList()),
                        Map.of(),
                        Node.Options.none(),
                        outputNames(resource.getClass())));
            return pulumirpc.Resource.ReadResourceResponse.newBuilder()
                .setUrn(answer.urn())
                .setProperties(WireValues.struct(answer.state()))
                .build();
          });
    }

    @Override
    public CompletableFuture<pulumirpc.Resource.ResourceInvokeResponse> invokeAsync(
        pulumirpc.Resource.ResourceInvokeRequest request) {
      return answer(
          () ->
              pulumirpc.Resource.ResourceInvokeResponse.newBuilder()
                  .setReturn(
                      WireValues.struct(
                          recorder.invoke(
                              new Registration.Invocation(
                                  request.getTok(),
                                  WireValues.fields(request.getArgs()),
                                  provider(request.getProvider())))))
                  .build());
    }

    @Override
    public CompletableFuture<Provider.CallResponse> callAsync(
        pulumirpc.Resource.ResourceCallRequest request) {
      return answer(
          () ->
              Provider.CallResponse.newBuilder()
                  .setReturn(
                      WireValues.struct(
                          recorder.invoke(
                              new Registration.Invocation(
                                  request.getTok(),
                                  WireValues.fields(request.getArgs()),
                                  provider(request.getProvider())))))
                  .build());
    }

    private static <T> CompletableFuture<T> answer(Supplier<T> work) {
      try {
        return CompletableFuture.completedFuture(work.get());
      } catch (RuntimeException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  private static Registration registration(
      Resource resource, pulumirpc.Resource.RegisterResourceRequest request) {
    Map<String, Set<String>> byProperty = new TreeMap<>();
    request
        .getPropertyDependenciesMap()
        .forEach((property, urns) -> byProperty.put(property, new TreeSet<>(urns.getUrnsList())));
    return new Registration(
        kind(request),
        request.getType(),
        request.getName(),
        filled(request.getParent()),
        Optional.empty(),
        WireValues.fields(request.getObject()),
        provider(request.getProvider()),
        Set.copyOf(request.getDependenciesList()),
        byProperty,
        new Node.Options(
            request.getProtect(),
            request.getRetainOnDelete(),
            filled(request.getImportId()),
            List.copyOf(request.getIgnoreChangesList()),
            aliases(request)),
        outputNames(resource.getClass()));
  }

  private static Node.Kind kind(pulumirpc.Resource.RegisterResourceRequest request) {
    if (!request.getCustom()) {
      return request.getRemote() ? Node.Kind.OPAQUE : Node.Kind.COMPONENT;
    }
    return request.getType().startsWith("pulumi:providers:")
        ? Node.Kind.PROVIDER
        : Node.Kind.RESOURCE;
  }

  private static List<String> aliases(pulumirpc.Resource.RegisterResourceRequest request) {
    List<String> aliases = new ArrayList<>(request.getAliasURNsList());
    for (AliasOuterClass.Alias alias : request.getAliasesList()) {
      AliasOuterClass.Alias.Spec spec = alias.getSpec();
      aliases.add(
          alias.hasUrn()
              ? alias.getUrn()
              : String.join(
                  "::", spec.getStack(), spec.getProject(), spec.getType(), spec.getName()));
    }
    return aliases;
  }

  // A provider is named by its URN and id: <urn>::<id>.
  private static Optional<String> provider(String reference) {
    return filled(reference)
        .map(text -> text.substring(0, Math.max(0, text.lastIndexOf("::"))))
        .filter(urn -> !urn.isEmpty());
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static List<String> outputNames(Class<?> type) {
    return OUTPUT_NAMES.computeIfAbsent(
        type,
        start -> {
          List<String> names = new ArrayList<>();
          for (Class<?> each = start; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
              Export export = field.getAnnotation(Export.class);
              if (export != null) {
                names.add(export.name().isEmpty() ? field.getName() : export.name());
              }
            }
          }
          names.removeAll(List.of("id", "urn"));
          return List.copyOf(names);
        });
  }
}
