package io.cellwall.policies.crossguard;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass;

/** Where the pack says what it does: among the engine's own messages. */
interface EngineLog {

  /** Says something; never fails. */
  void info(String message);

  /** The log of the engine at this address; without one, standard error. */
  static EngineLog to(Optional<String> address) {
    return message -> {
      if (address.isEmpty() || !tell(address.get(), message)) {
        System.err.println(message);
      }
    };
  }

  private static boolean tell(String address, String message) {
    ManagedChannel channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
    try {
      EngineGrpc.newBlockingStub(channel)
          .withDeadlineAfter(2, TimeUnit.SECONDS)
          .log(
              EngineOuterClass.LogRequest.newBuilder()
                  .setSeverity(EngineOuterClass.LogSeverity.INFO)
                  .setMessage(message)
                  .build());
      return true;
    } catch (StatusRuntimeException noEngine) {
      return false;
    } finally {
      channel.shutdownNow();
    }
  }
}
