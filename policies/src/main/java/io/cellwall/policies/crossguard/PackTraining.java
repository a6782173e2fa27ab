package io.cellwall.policies.crossguard;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;

/**
 * Once through all calls of the policy pack, in one process, so that the archive of classes has
 * what an engine's calls need: half of a pack's classes serve the conversation, not the judgement.
 */
public final class PackTraining {

  private static final String TYPE = "aws:sqs/queue:Queue";

  private PackTraining() {}

  /**
   * Lets the pack judge a queue of one stack.
   *
   * @param inventory the inventory's folder
   * @param stack one of its stacks
   */
  public static void converse(Path inventory, String stack)
      throws IOException, InterruptedException {
    Path folder = inventory.toAbsolutePath();
    Server server =
        PolicyPack.start(PackOptions.parse(folder, "-inventory=" + folder), Clock.systemUTC());
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    try {
      call(AnalyzerGrpc.newBlockingStub(channel), stack);
    } finally {
      channel.shutdown();
      server.shutdown();
      channel.awaitTermination(10, TimeUnit.SECONDS);
      server.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  private static void call(AnalyzerGrpc.AnalyzerBlockingStub pack, String stack) {
    AnalyzeRequest queue =
        AnalyzeRequest.newBuilder()
            .setUrn("urn:pulumi:" + stack + "::cellwall::" + TYPE + "::queue")
            .setType(TYPE)
            .setName("queue")
            .setProperties(
                Struct.newBuilder()
                    .putFields("name", Value.newBuilder().setStringValue(stack).build()))
            .build();
    pack.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
    pack.configureStack(
        AnalyzerStackConfigureRequest.newBuilder().setStack(stack).setDryRun(true).build());
    pack.getPluginInfo(Empty.getDefaultInstance());
    pack.getAnalyzerInfo(Empty.getDefaultInstance());
    pack.configure(ConfigureAnalyzerRequest.getDefaultInstance());
    pack.remediate(queue);
    pack.analyze(queue);
    pack.analyzeStack(
        AnalyzeStackRequest.newBuilder()
            .addResources(
                AnalyzerResource.newBuilder()
                    .setUrn(queue.getUrn())
                    .setType(queue.getType())
                    .setName(queue.getName())
                    .setProperties(queue.getProperties()))
            .build());
  }
}
