package io.cellwall.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.pulumi.Context;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import com.pulumi.test.EmptyMocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;

/** The defect of the SDK that {@link Tied} works around, and the way around it. */
class TiedTest {

  private static final String KEY = "urn:pulumi:stack::project::aws:kms/key:Key::key";

  @Test
  void an_untied_output_should_still_lose_its_resource_in_a_preview() {
    // WHEN
    List<String> dependencies = dependencies(context -> alias(new Key("key").keyId()));

    // THEN
    assertThat(dependencies)
        .as(
            "this SDK keeps the dependencies of outputs that are not known yet: Tied, and what the"
                + " templates say of it, can go")
        .isEmpty();
  }

  @Test
  void a_tied_output_should_keep_its_resource_in_a_preview() {
    // WHEN
    List<String> dependencies =
        dependencies(
            context -> {
              Key key = new Key("key");
              alias(Tied.to(key, key.keyId()));
            });

    // THEN
    assertThat(dependencies).containsExactly(KEY);
  }

  private static void alias(Output<String> key) {
    new Alias("alias", AliasArgs.builder().targetKeyId(key).build());
  }

  // What the alias's argument depends on, as the engine gets it.
  private static List<String> dependencies(Consumer<Context> program) {
    Map<String, RegisterResourceRequest> requests = new ConcurrentHashMap<>();
    try {
      PulumiTestInternal.builder()
          .options(TestOptions.builder().preview(true).build())
          .monitorDecorator(ignored -> new PreviewingEngine(requests))
          .build()
          .runTest(program)
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return requireNonNull(requests.get("alias"))
        .getPropertyDependenciesOrThrow("targetKeyId")
        .getUrnsList();
  }

  /** Answers as the engine does in a preview: with no id, and without what is not known yet. */
  private static final class PreviewingEngine extends MockMonitor {

    private final Map<String, RegisterResourceRequest> requests;

    PreviewingEngine(Map<String, RegisterResourceRequest> requests) {
      super(new EmptyMocks(), PulumiTestInternal.mockLog());
      this.requests = requests;
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
        Resource resource, RegisterResourceRequest request) {
      resources.add(resource);
      requests.put(request.getName(), request);
      return CompletableFuture.completedFuture(
          RegisterResourceResponse.newBuilder()
              .setUrn(
                  "urn:pulumi:stack::project::%s::%s"
                      .formatted(request.getType(), request.getName()))
              .setObject(Struct.getDefaultInstance())
              .build());
    }
  }
}
