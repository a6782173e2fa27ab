package io.cellwall.rehearsal.provider;

import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.rpc.Status;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.OfflineAws;
import io.cellwall.policies.pulumi.ProviderInputs;
import io.cellwall.policies.pulumi.WireValues;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import io.cellwall.rehearsal.cloud.Cloud;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.Functions;
import io.cellwall.rehearsal.cloud.Inputs;
import io.cellwall.rehearsal.cloud.Order;
import io.cellwall.rehearsal.cloud.Place;
import io.cellwall.rehearsal.cloud.Unfinished;
import io.cellwall.rehearsal.sdk.SdkType;
import io.cellwall.rehearsal.sdk.SdkTypes;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.GetMappingRequest;
import pulumirpc.Provider.GetMappingResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * The cloud as the engine calls it: one provider, in one account and region.
 *
 * @see <a
 *     href="https://github.com/pulumi/pulumi/blob/master/proto/pulumi/provider.proto">provider.proto</a>
 */
final class AwsProvider extends ResourceProviderGrpc.ResourceProviderImplBase {

  /** Where a provider works that does not say. */
  private static final Place ANYWHERE =
      new Place(AccountId.parse("000000000000"), Region.parse("us-east-1"));

  private final Cloud cloud;
  private final String version;
  private volatile Place place = ANYWHERE;
  private volatile SortedMap<String, Value> defaultTags = Collections.emptySortedMap();

  AwsProvider(Cloud cloud, String version) {
    this.cloud = cloud;
    this.version = version;
  }

  @Override
  public void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> answer) {
    Answers.send(answer, ProviderHandshakeResponse.newBuilder().build());
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> answer) {
    Answers.send(answer, PluginInfo.newBuilder().setVersion(version).build());
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> answer) {
    Answers.send(answer, GetSchemaResponse.newBuilder().setSchema("{\"name\":\"aws\"}").build());
  }

  @Override
  public void getMapping(GetMappingRequest request, StreamObserver<GetMappingResponse> answer) {
    Answers.send(answer, GetMappingResponse.newBuilder().build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> answer) {
    Answers.send(answer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> answer) {
    boolean same = request.getOldInputs().equals(request.getNews());
    Answers.send(
        answer,
        DiffResponse.newBuilder()
            .setChanges(
                same ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME)
            .build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> answer) {
    Value.Fields inputs = ProviderInputs.decode(WireValues.fields(request.getArgs()));
    OfflineAws.Whereabouts where = OfflineAws.Whereabouts.of(Optional.of(inputs));
    place =
        new Place(
            where.account().map(AccountId::parse).orElse(ANYWHERE.account()),
            where.region().orElse(ANYWHERE.region()));
    if (inputs.values().get("defaultTags") instanceof Value.Fields tags
        && tags.values().get("tags") instanceof Value.Fields each) {
      defaultTags = each.values();
    }
    Answers.send(answer, ConfigureResponse.newBuilder().setSupportsPreview(true).build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
    Value.Fields given = WireValues.fields(request.getNews());
    Value.Fields inputs =
        Inputs.completed(
            request.getType(),
            request.getName(),
            given,
            Optional.of(WireValues.fields(request.getOlds()))
                .filter(olds -> !olds.values().isEmpty()),
            digits(request),
            defaultTags);
    CheckResponse.Builder checked = CheckResponse.newBuilder().setInputs(WireValues.struct(inputs));
    Inputs.missing(request.getType(), inputs)
        .forEach(
            name ->
                checked.addFailures(
                    CheckFailure.newBuilder()
                        .setProperty(name)
                        .setReason("it is missing, and " + request.getType() + " requires it")));
    Answers.send(answer, checked.build());
  }

  // The engine's seed makes the same name in the preview and in the update that follows it.
  private static String digits(CheckRequest request) {
    byte[] seed = request.getRandomSeed().toByteArray();
    return HexFormat.of().formatHex(seed.length >= 4 ? seed : new byte[4]).substring(0, 7);
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> answer) {
    Value.Fields old = WireValues.fields(request.getOldInputs());
    Value.Fields wanted = WireValues.fields(request.getNews());
    SortedMap<String, Boolean> changed = Inputs.changed(request.getType(), old, wanted);
    DiffResponse.Builder diff =
        DiffResponse.newBuilder()
            .setHasDetailedDiff(true)
            .setChanges(
                changed.isEmpty()
                    ? DiffResponse.DiffChanges.DIFF_NONE
                    : DiffResponse.DiffChanges.DIFF_SOME);
    changed.forEach(
        (name, replaces) -> {
          diff.addDiffs(name);
          if (replaces) {
            diff.addReplaces(name);
          }
          diff.putDetailedDiff(
              name,
              PropertyDiff.newBuilder()
                  .setInputDiff(true)
                  .setKind(kind(old.values(), wanted.values(), name, replaces))
                  .build());
        });
    diff.setDeleteBeforeReplace(
        changed.containsValue(true)
            && Inputs.isNamed(request.getType(), request.getName(), wanted));
    Answers.send(answer, diff.build());
  }

  private static PropertyDiff.Kind kind(
      Map<String, Value> old, Map<String, Value> wanted, String name, boolean replaces) {
    if (!old.containsKey(name)) {
      return replaces ? PropertyDiff.Kind.ADD_REPLACE : PropertyDiff.Kind.ADD;
    }
    if (!wanted.containsKey(name)) {
      return replaces ? PropertyDiff.Kind.DELETE_REPLACE : PropertyDiff.Kind.DELETE;
    }
    return replaces ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE;
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> answer) {
    Order order =
        order(request.getUrn(), request.getType(), request.getName(), request.getProperties());
    if (request.getPreview()) {
      Answers.send(answer, CreateResponse.newBuilder().setProperties(planned(order)).build());
      return;
    }
    Answers.answer(
        answer,
        () -> {
          try {
            CloudObject made = cloud.create(order);
            return CreateResponse.newBuilder()
                .setId(made.id())
                .setProperties(WireValues.struct(made.state()))
                .build();
          } catch (Unfinished unfinished) {
            throw StatusProto.toStatusRuntimeException(failed(unfinished));
          }
        });
  }

  private static Status failed(Unfinished unfinished) {
    CloudObject object = unfinished.object();
    return Status.newBuilder()
        .setCode(io.grpc.Status.Code.UNKNOWN.value())
        .setMessage(String.valueOf(unfinished.getMessage()))
        .addDetails(
            Any.pack(
                ErrorResourceInitFailed.newBuilder()
                    .setId(object.id())
                    .setProperties(WireValues.struct(object.state()))
                    .setInputs(WireValues.struct(object.inputs()))
                    .addReasons(String.valueOf(unfinished.getMessage()))
                    .build()))
        .build();
  }

  // What only AWS can say is not known before it is asked.
  private static Struct planned(Order order) {
    Map<String, Value> planned = new TreeMap<>();
    SdkTypes.find(order.type())
        .map(SdkType::outputs)
        .orElse(List.of())
        .forEach(output -> planned.put(output.name(), new Value.Unknown()));
    planned.putAll(order.inputs().values());
    return WireValues.struct(Value.Fields.of(planned));
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> answer) {
    Answers.answer(
        answer,
        () ->
            cloud
                .find(request.getType(), request.getId(), place)
                .map(
                    found ->
                        ReadResponse.newBuilder()
                            .setId(found.id())
                            .setProperties(WireValues.struct(found.state()))
                            .setInputs(WireValues.struct(found.inputs()))
                            .build())
                .orElseGet(ReadResponse::getDefaultInstance));
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> answer) {
    Order order = order(request.getUrn(), request.getType(), request.getName(), request.getNews());
    if (request.getPreview()) {
      Map<String, Value> planned = new TreeMap<>(WireValues.fields(request.getOlds()).values());
      planned.putAll(order.inputs().values());
      Answers.send(
          answer,
          UpdateResponse.newBuilder()
              .setProperties(WireValues.struct(Value.Fields.of(planned)))
              .build());
      return;
    }
    Answers.answer(
        answer,
        () ->
            UpdateResponse.newBuilder()
                .setProperties(WireValues.struct(cloud.update(request.getId(), order).state()))
                .build());
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> answer) {
    Answers.answer(
        answer,
        () -> {
          cloud.delete(request.getType(), request.getId(), place);
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> answer) {
    Answers.answer(
        answer,
        () ->
            InvokeResponse.newBuilder()
                .setReturn(
                    WireValues.struct(
                        Functions.answer(
                            request.getTok(), WireValues.fields(request.getArgs()), place)))
                .build());
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> answer) {
    Answers.send(answer, Empty.getDefaultInstance());
  }

  private Order order(String urn, String type, String name, Struct inputs) {
    return new Order(urn, type, name, place, WireValues.fields(inputs));
  }
}
