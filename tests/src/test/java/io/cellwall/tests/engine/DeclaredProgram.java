package io.cellwall.tests.engine;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.WireValues;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.Language.RunRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.ResourceMonitorGrpc;

/**
 * A program that declares the nodes of a graph one after the other, each when the one before it is
 * there: a provider before what it makes.
 */
public final class DeclaredProgram implements HostedProgram {

  private static final String PROVIDERS = "pulumi:providers:";

  private final List<Node> nodes;

  /** A program that declares these. */
  public DeclaredProgram(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  @Override
  public void run(RunRequest request) throws InvalidProtocolBufferException {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(request.getMonitorAddress()).usePlaintext().build();
    try {
      ResourceMonitorGrpc.ResourceMonitorBlockingStub monitor =
          ResourceMonitorGrpc.newBlockingStub(channel);
      String stack =
          monitor
              .registerResource(
                  RegisterResourceRequest.newBuilder()
                      .setType("pulumi:pulumi:Stack")
                      .setName(request.getProject() + "-" + request.getStack())
                      .build())
              .getUrn();
      Map<String, String> providers = new HashMap<>();
      for (Node node : nodes) {
        RegisterResourceResponse made =
            monitor.registerResource(registration(node, stack, providers));
        providers.put(node.urn(), made.getUrn() + "::" + made.getId());
      }
    } finally {
      channel.shutdownNow();
    }
  }

  private static RegisterResourceRequest registration(
      Node node, String stack, Map<String, String> providers)
      throws InvalidProtocolBufferException {
    RegisterResourceRequest.Builder request =
        RegisterResourceRequest.newBuilder()
            .setType(node.type())
            .setName(node.name())
            .setParent(stack)
            .setCustom(true)
            .setAcceptSecrets(true)
            .setObject(inputs(node))
            .setProtect(node.options().protect())
            .addAllIgnoreChanges(node.options().ignoreChanges())
            .addAllAliasURNs(node.options().aliases());
    node.provider().map(providers::get).ifPresent(request::setProvider);
    return request.build();
  }

  // A provider's configuration is texts; what else it is told is JSON inside one.
  private static Struct inputs(Node node) throws InvalidProtocolBufferException {
    Struct inputs = WireValues.struct(node.inputs());
    if (!node.type().startsWith(PROVIDERS)) {
      return inputs;
    }
    Struct.Builder texts = Struct.newBuilder();
    for (Map.Entry<String, com.google.protobuf.Value> input : inputs.getFieldsMap().entrySet()) {
      boolean text = node.inputs().values().get(input.getKey()) instanceof Value.Text;
      texts.putFields(
          input.getKey(),
          text
              ? input.getValue()
              : com.google.protobuf.Value.newBuilder()
                  .setStringValue(
                      JsonFormat.printer()
                          .omittingInsignificantWhitespace()
                          .print(input.getValue()))
                  .build());
    }
    return texts.build();
  }
}
