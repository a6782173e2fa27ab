package io.cellwall.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.crossguard.PolicyPack;
import io.cellwall.regions.reading.InventoryReader;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;

/** The pack, started as the engine starts it, sees a stack of each kind deployed. */
class PackOnDeploymentTest {

  private static final Path ROOT = Path.of(System.getProperty("cellwall.root"));

  /** One of each kind: a cell, one of a pair, and the three sorts of edges. */
  private static final Set<String> KINDS =
      Set.of("eu-west-1-cell-01", "us-east-2-cell-01", "edge-us-west-2", "edge-eu", "global-edge");

  private static Process pack;
  private static ManagedChannel channel;

  @BeforeAll
  static void start() throws IOException {
    pack =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PolicyPack.class.getName())
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = pack.inputReader();
    channel =
        ManagedChannelBuilder.forAddress(
                "127.0.0.1", Integer.parseInt(Objects.requireNonNull(out.readLine())))
            .usePlaintext()
            .build();
  }

  @AfterAll
  static void stop() {
    channel.shutdownNow();
    pack.destroy();
  }

  @TestFactory
  Stream<DynamicTest> should_find_nothing_that_blocks_in_a_deployed_stack() {
    return Stacks.of(
            InventoryReader.read(ROOT.resolve("regions/inventory")).inventory().orElseThrow())
        .stream()
        .filter(stack -> KINDS.contains(stack.name().value()))
        .map(stack -> dynamicTest(stack.name().value(), () -> shouldFindNothing(stack)));
  }

  private static void shouldFindNothing(StackProgram stack) {
    assertThat(
            DeployingEngine.deploy(
                stack.name().value(), stack::declare, AnalyzerGrpc.newBlockingStub(channel)))
        .filteredOn(each -> each.getEnforcementLevel() == EnforcementLevel.MANDATORY)
        .extracting(AnalyzeDiagnostic::getMessage)
        .isEmpty();
  }
}
