package io.cellwall.rehearsal.provider;

import io.cellwall.rehearsal.cloud.Cloud;
import io.cellwall.rehearsal.cloud.CloudRule;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

/**
 * The provider's process: {@code RehearsalAws FOLDER VERSION}. Its first line of output is the
 * port, as the engine expects; the folder keeps what exists.
 */
public final class RehearsalAws {

  private RehearsalAws() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // The engine reads the port from standard output; nothing else may stand there.
    PrintStream out = System.out;
    System.setOut(System.err);
    // Whoever started this must not leave it behind.
    Optional<CompletableFuture<Void>> unused =
        ProcessHandle.current()
            .parent()
            .map(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
    Cloud cloud =
        new Cloud(
            Path.of(arguments[0]),
            ServiceLoader.load(CloudRule.class).stream().map(ServiceLoader.Provider::get).toList());
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(256 << 20)
            .addService(new AwsProvider(cloud, arguments[1]))
            .build()
            .start();
    out.println(server.getPort());
    out.flush();
    server.awaitTermination();
  }
}
