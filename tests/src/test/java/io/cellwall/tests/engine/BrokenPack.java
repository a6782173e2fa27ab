package io.cellwall.tests.engine;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/** A policy pack that answers until it is asked about a resource, and then is gone. */
final class BrokenPack extends AnalyzerGrpc.AnalyzerImplBase implements AutoCloseable {

  private final Server server;

  BrokenPack() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(this)
            .build()
            .start();
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> observer) {
    server.shutdownNow();
  }

  @Override
  public void handshake(
      AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> observer) {
    answer(observer, AnalyzerHandshakeResponse.getDefaultInstance());
  }

  @Override
  public void configureStack(
      AnalyzerStackConfigureRequest request,
      StreamObserver<AnalyzerStackConfigureResponse> observer) {
    answer(observer, AnalyzerStackConfigureResponse.getDefaultInstance());
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    answer(observer, PluginInfo.newBuilder().setVersion("1.0.0").build());
  }

  @Override
  public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> observer) {
    answer(observer, AnalyzerInfo.newBuilder().setName("broken").setVersion("1.0.0").build());
  }

  @Override
  public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> observer) {
    answer(observer, Empty.getDefaultInstance());
  }

  @Override
  public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> observer) {
    answer(observer, RemediateResponse.getDefaultInstance());
  }

  private static <T> void answer(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
