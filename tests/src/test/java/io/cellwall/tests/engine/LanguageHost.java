package io.cellwall.tests.engine;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import pulumirpc.Language.GetRequiredPackagesRequest;
import pulumirpc.Language.GetRequiredPackagesResponse;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc;
import pulumirpc.Plugin.PluginInfo;

/**
 * What the engine calls to run a program: here in the test's own process, which is warm, so that an
 * update costs what the engine costs and no Java needs to start.
 *
 * @see <a
 *     href="https://github.com/pulumi/pulumi/blob/master/proto/pulumi/language.proto">language.proto</a>
 */
final class LanguageHost extends LanguageRuntimeGrpc.LanguageRuntimeImplBase
    implements AutoCloseable {

  private final HostedProgram program;
  private final Server server;

  LanguageHost(HostedProgram program) throws IOException {
    this.program = program;
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(this)
            .build()
            .start();
  }

  /** As the engine wants it. */
  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  @Override
  public void getRequiredPackages(
      GetRequiredPackagesRequest request, StreamObserver<GetRequiredPackagesResponse> answer) {
    answer.onNext(GetRequiredPackagesResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> answer) {
    answer.onNext(PluginInfo.newBuilder().setVersion("1.0.0").build());
    answer.onCompleted();
  }

  @Override
  public void run(RunRequest request, StreamObserver<RunResponse> answer) {
    RunResponse.Builder response = RunResponse.newBuilder();
    try {
      program.run(request);
    } catch (Exception e) {
      response.setError(String.valueOf(e.getMessage()));
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
