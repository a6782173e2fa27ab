package io.cellwall.policies.crossguard;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The process that the engine starts for the pack. It serves until it is cancelled or its parent
 * ends.
 *
 * <p>Arguments: the engine's address, then options {@code -name=value} of {@code
 * PulumiPolicy.yaml}; see {@link PackOptions}. The first line on standard output is the port;
 * nothing else is ever written there.
 */
public final class PolicyPack {

  /** The engine sends a whole stack in one message; one of 10,000 resources has some 30 MB. */
  private static final int LARGEST_MESSAGE = 400 << 20;

  private PolicyPack() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // Whatever a library prints must not be taken for the port.
    PrintStream protocol = System.out;
    System.setOut(System.err);
    ProcessHandle.current().parent().ifPresent(PolicyPack::endWith);
    Server server = start(PackOptions.parse(Path.of(""), arguments), Clock.systemUTC());
    protocol.write((server.getPort() + "\n").getBytes(StandardCharsets.US_ASCII));
    protocol.flush();
    server.awaitTermination();
    Runtime.getRuntime().halt(0);
  }

  // A killed engine cannot say that it is over.
  private static void endWith(ProcessHandle parent) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              Runtime.getRuntime().halt(0);
            },
            "watch of the engine");
    watch.setDaemon(true);
    watch.start();
  }

  static Server start(PackOptions options, Clock clock) throws IOException {
    CellwallAnalyzer analyzer =
        new CellwallAnalyzer(options, clock, EngineLog.to(options.engineAddress()));
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .addService(analyzer)
            .build();
    analyzer.onCancel(server::shutdown);
    return server.start();
  }
}
