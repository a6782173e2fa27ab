package io.cellwall.tests.engine;

import com.google.protobuf.Struct;
import com.pulumi.Context;
import com.pulumi.resources.Resource;
import com.pulumi.test.EmptyMocks;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.OfflineAws;
import io.cellwall.policies.pulumi.ProviderInputs;
import io.cellwall.policies.pulumi.WireValues;
import io.cellwall.regions.model.AccountId;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.Functions;
import io.cellwall.rehearsal.cloud.Making;
import io.cellwall.rehearsal.cloud.Order;
import io.cellwall.rehearsal.cloud.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;

/**
 * Deploys a program as the engine does, in this process: each resource is shown to the pack with
 * its inputs, then made, so that whatever hangs on it gets its id; at the end the pack is shown the
 * outputs of all. The engine tells no ids but those among the outputs.
 */
final class DeployingEngine extends MockMonitor {

  private static final String PROVIDER = "pulumi:providers:aws";

  private final String stack;
  private final AnalyzerBlockingStub pack;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, AnalyzerResource> made = new LinkedHashMap<>();
  private final List<AnalyzeDiagnostic> found = new ArrayList<>();

  private DeployingEngine(String stack, AnalyzerBlockingStub pack) {
    super(new EmptyMocks(), PulumiTestInternal.mockLog());
    this.stack = stack;
    this.pack = pack;
  }

  /** What the pack finds, on the way and at the end. */
  static List<AnalyzeDiagnostic> deploy(
      String stack, Consumer<Context> program, AnalyzerBlockingStub pack) {
    pack.configureStack(
        AnalyzerStackConfigureRequest.newBuilder()
            .setStack(stack)
            .setProject("cellwall")
            .setDryRun(false)
            .build());
    DeployingEngine engine = new DeployingEngine(stack, pack);
    StandInEngine.run(engine, stack, false, program);
    return engine.end();
  }

  private synchronized List<AnalyzeDiagnostic> end() {
    AnalyzeStackRequest.Builder whole = AnalyzeStackRequest.newBuilder();
    made.values().forEach(whole::addResources);
    found.addAll(pack.analyzeStack(whole.build()).getDiagnosticsList());
    return List.copyOf(found);
  }

  @Override
  public synchronized CompletableFuture<RegisterResourceResponse> registerResourceAsync(
      Resource resource, RegisterResourceRequest request) {
    resources.add(resource);
    String urn = urn(request);
    String provider = request.getProvider().replaceFirst("::[^:]*$", "");
    AnalyzeRequest.Builder asked =
        AnalyzeRequest.newBuilder()
            .setUrn(urn)
            .setType(request.getType())
            .setName(request.getName())
            .setProperties(request.getObject());
    if (!provider.isEmpty()) {
      asked.setProvider(AnalyzerProviderResource.newBuilder().setUrn(provider).setType(PROVIDER));
    }
    found.addAll(pack.analyze(asked.build()).getDiagnosticsList());
    RegisterResourceResponse answer = answer(urn, provider, request);
    AnalyzerResource.Builder finished =
        AnalyzerResource.newBuilder()
            .setUrn(urn)
            .setType(request.getType())
            .setName(request.getName())
            .setProperties(answer.getObject())
            .setParent(request.getParent())
            .addAllDependencies(request.getDependenciesList());
    if (!provider.isEmpty()) {
      finished.setProvider(asked.getProvider());
    }
    request
        .getPropertyDependenciesMap()
        .forEach(
            (property, urns) ->
                finished.putPropertyDependencies(
                    property,
                    AnalyzerPropertyDependencies.newBuilder()
                        .addAllUrns(urns.getUrnsList())
                        .build()));
    made.put(urn, finished.build());
    return CompletableFuture.completedFuture(answer);
  }

  private RegisterResourceResponse answer(
      String urn, String provider, RegisterResourceRequest request) {
    RegisterResourceResponse.Builder answer = RegisterResourceResponse.newBuilder().setUrn(urn);
    Value.Fields inputs = WireValues.fields(request.getObject());
    if (!request.getCustom()) {
      return answer.setObject(Struct.getDefaultInstance()).build();
    }
    if (request.getType().equals(PROVIDER)) {
      places.put(urn, place(inputs));
      return answer
          .setId("00000000-0000-4000-8000-000000000000")
          .setObject(request.getObject())
          .build();
    }
    CloudObject object =
        Making.make(
            new Order(
                urn,
                request.getType(),
                request.getName(),
                Optional.ofNullable(places.get(provider)).orElseThrow(),
                inputs),
            urn);
    return answer.setId(object.id()).setObject(WireValues.struct(object.state())).build();
  }

  private static Place place(Value.Fields inputs) {
    OfflineAws.Whereabouts where =
        OfflineAws.Whereabouts.of(Optional.of(ProviderInputs.decode(inputs)));
    return new Place(AccountId.parse(where.account().orElseThrow()), where.region().orElseThrow());
  }

  @Override
  public synchronized CompletableFuture<ResourceInvokeResponse> invokeAsync(
      ResourceInvokeRequest request) {
    Place place = places.get(request.getProvider().replaceFirst("::[^:]*$", ""));
    return CompletableFuture.completedFuture(
        ResourceInvokeResponse.newBuilder()
            .setReturn(
                WireValues.struct(
                    Functions.answer(
                        request.getTok(),
                        WireValues.fields(request.getArgs()),
                        Optional.ofNullable(place).orElseThrow())))
            .build());
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
