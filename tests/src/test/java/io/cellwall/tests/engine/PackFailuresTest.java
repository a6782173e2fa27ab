package io.cellwall.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.engine.Outcome;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy pack that cannot judge lets nothing pass, and it is said why. */
@Tag("engine")
class PackFailuresTest {

  private static final String STACK = "eu-west-1-cell-01";

  @TempDir static Path folder;

  private static HostedEngine engine;

  @BeforeAll
  static void prepare() {
    engine = new HostedEngine(folder.resolve("engine"));
    engine.init(STACK);
  }

  @AfterEach
  void nothing_should_have_been_made() {
    assertThat(engine.ledger()).isEmpty();
  }

  @Test
  void a_pack_that_ends_at_its_start_should_stop_the_deployment() throws IOException {
    assertThat(reasons(up(script("ends", "echo 'no room on the device' >&2; exit 3"))))
        .contains("ends\" failed to start", "exit status 3");
  }

  @Test
  void a_pack_that_says_something_else_than_its_port_should_stop_the_deployment()
      throws IOException {
    assertThat(reasons(up(script("talks", "echo Welcome; exec sleep 60")))).contains("Welcome");
  }

  @Test
  void a_pack_that_never_says_its_port_should_stop_the_deployment() throws IOException {
    Path pack = script("hangs", "sleep 300");
    assertThat(reasons(up(engine.beginningWithin(Duration.ofSeconds(4)), pack)))
        .startsWith(
            "the engine did not begin within 4 s, and was stopped: it waited for the policy pack "
                + pack
                + " to say its port, or for a provider that it downloads. Start the pack by hand:"
                + " its first line must be a port, and nothing else");
    assertThat(engine.stack(STACK).locks()).contains(List.of());
  }

  @Test
  void a_pack_that_is_gone_when_it_is_asked_should_stop_the_deployment() throws IOException {
    try (BrokenPack pack = new BrokenPack()) {
      assertThat(reasons(up(script("breaks", "echo %d; exec sleep 60".formatted(pack.port())))))
          .contains("failed to run policy");
    }
  }

  @Test
  void our_pack_should_stop_the_deployment_without_an_inventory() throws IOException {
    Path missing = folder.resolve("nowhere");
    inventory(missing);
    assertThat(reasons(up(HostedEngine.PACK)))
        .contains("the inventory " + missing + " is not valid, so nothing can be judged:");
  }

  @Test
  void our_pack_should_stop_the_deployment_with_an_inventory_that_is_not_valid()
      throws IOException {
    Path broken = copy("broken");
    Path cell = broken.resolve("cells/eu-west-1-cell-01.yaml");
    Files.writeString(cell, Files.readString(cell).replaceFirst("(?m)^zone: eu$", "zone: us"));
    inventory(broken);
    assertThat(reasons(up(HostedEngine.PACK)))
        .contains("the inventory " + broken + " is not valid, so nothing can be judged:")
        .contains("eu-west-1-cell-01.yaml")
        .contains("see all of it, with how to fix it: cellwall inventory validate");
  }

  private static Outcome up(Path pack) {
    return up(engine, pack);
  }

  private static Outcome up(HostedEngine engine, Path pack) {
    Node provider =
        node(
            Node.Kind.PROVIDER,
            "pulumi:providers:aws",
            Map.of("region", new Value.Text("eu-west-1")),
            Optional.empty());
    Node group =
        node(
            Node.Kind.RESOURCE,
            "aws:cloudwatch/logGroup:LogGroup",
            Map.of(),
            Optional.of(provider.urn()));
    Outcome up =
        engine.run(
            STACK,
            new DeclaredProgram(List.of(provider, group)),
            "up",
            "--skip-preview",
            "--yes",
            "--policy-pack",
            pack.toString());
    assertThat(up.succeeded()).as("%s", up.errors()).isFalse();
    return up;
  }

  private static String reasons(Outcome up) {
    return String.join("\n", up.errors());
  }

  private static Node node(
      Node.Kind kind, String type, Map<String, Value> inputs, Optional<String> provider) {
    return new Node(
        "urn:pulumi:%s::cellwall::%s::it".formatted(STACK, type),
        kind,
        type,
        "it",
        Optional.empty(),
        Value.Fields.of(inputs),
        Value.Fields.none(),
        provider,
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  private static Path script(String name, String commands) throws IOException {
    Path script = folder.resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + commands + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  private static void inventory(Path inventory) throws IOException {
    Files.writeString(
        engine.project().resolve("Pulumi." + STACK + ".yaml"),
        "config:%n  cellwall:inventory: %s%n".formatted(inventory));
  }

  private static Path copy(String name) throws IOException {
    Path from = Path.of(System.getProperty("cellwall.root"), "regions", "inventory");
    Path to = folder.resolve(name);
    try (var all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
    return to;
  }
}
