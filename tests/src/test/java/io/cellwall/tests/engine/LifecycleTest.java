package io.cellwall.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.Cellwall;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole lives of stacks on the real Pulumi engine. Needs what {@code .ci/engine/build} makes, and
 * the packaged program.
 */
@Tag("engine")
class LifecycleTest {

  private static final Path ROOT = Path.of(System.getProperty("cellwall.root"));

  @TempDir Path folder;

  @Test
  void a_stack_should_be_built_by_its_plan_stay_as_it_is_change_and_go() {
    // THEN
    assertThatItLives(rehearse(0, "edge-eu-west-1"));
    assertThatItsPlanChangesNothingOf("edge-eu-west-1");
  }

  // The backend keeps what each operation left; the first is what "up" made.
  private void assertThatItsPlanChangesNothingOf(String stack) {
    Path states = folder.resolve("states");
    try (Stream<Path> kept =
        Files.list(folder.resolve("rehearsal/backend/.pulumi/backups/cellwall").resolve(stack))) {
      Path first =
          kept.filter(each -> each.toString().endsWith(".json")).sorted().findFirst().orElseThrow();
      JsonNode state = JsonMapper.shared().readTree(first).path("checkpoint").path("latest");
      assertThat(state.path("resources")).isNotEmpty();
      Files.writeString(
          Files.createDirectories(states).resolve(stack + ".json"),
          "{\"version\":3,\"deployment\":%s}".formatted(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(
            cellwall(
                0,
                "preview",
                "--against-state",
                states.toString(),
                "--stack",
                stack,
                "--control-plane",
                "never",
                "--cache",
                folder.resolve("cache").toString(),
                "--inventory",
                ROOT.resolve("regions/inventory").toString()))
        .startsWith("Compared with the states in %s: nothing changes.\n".formatted(states));
  }

  private static void assertThatItLives(JsonNode rehearsal) {
    assertThat(texts(rehearsal, "name"))
        .containsExactly(
            "preview",
            "up",
            "up again",
            "refresh",
            "preview a change",
            "up the change",
            "destroy",
            "take down");
    assertThat(texts(rehearsal, "problem")).containsOnly("");
    assertThat(texts(rehearsal, "remark")).endsWith("nothing is left");
  }

  @Test
  void a_change_of_the_ways_out_should_touch_those_and_nothing_else() {
    // WHEN a cell goes from a NAT gateway in each of three zones to one
    JsonNode rehearsal = rehearse(0, "eu-west-1-cell-03");
    JsonNode change = act(rehearsal, "up the change");

    // THEN two gateways with their addresses and subnets go, two routes lead elsewhere, and who
    // names them follows
    assertThat(steps(change))
        .containsExactlyInAnyOrder(
            "delete Eip nat-az2",
            "delete Eip nat-az3",
            "delete NatGateway nat-az2",
            "delete NatGateway nat-az3",
            "delete RouteTableAssociation egress-az2",
            "delete RouteTableAssociation egress-az3",
            "delete Subnet egress-az2",
            "delete Subnet egress-az3",
            "update NetworkAcl egress",
            "update Parameter descriptor",
            "update Route nodes-az2",
            "update Route nodes-az3");
    assertThatItLives(rehearsal);
    assertThatItsPlanChangesNothingOf("eu-west-1-cell-03");
  }

  @Test
  void a_rerun_should_complete_what_a_fault_interrupted_orphan_nothing_and_live_on() {
    // WHEN something is made and never becomes ready; the other kinds are in package faults
    JsonNode rehearsal = rehearse(0, "global-edge", "--fault", "fail-after:create:7");

    // THEN
    assertThat(act(rehearsal, "up once more").path("remark").asString())
        .isEqualTo("nothing is orphaned");
    assertThat(texts(rehearsal, "problem")).containsOnly("");
    assertThat(texts(rehearsal, "remark")).endsWith("nothing is left");
  }

  private JsonNode rehearse(int exit, String... arguments) {
    List<String> all = new ArrayList<>(List.of("rehearse"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--inventory",
            ROOT.resolve("regions/inventory").toString(),
            "--folder",
            folder.resolve("rehearsal").toString(),
            "--format",
            "json"));
    String out = cellwall(exit, all.toArray(String[]::new));
    return JsonMapper.shared().readTree(out).path("stacks").path(0);
  }

  private static String cellwall(int exit, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Cellwall.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    int code = command.execute(arguments);
    assertThat(code).as("%s%s", out, err).isEqualTo(exit);
    return out.toString();
  }

  // Each operation with the resource's type and the rest of its name.
  private static List<String> steps(JsonNode act) {
    List<String> steps = new ArrayList<>();
    act.path("steps")
        .forEach(
            step -> {
              String urn = step.path("urn").asString();
              steps.add(
                  "%s %s %s"
                      .formatted(
                          step.path("operation").asString(),
                          urn.replaceAll(".*:([A-Za-z]+)::[^:]*$", "$1"),
                          urn.replaceAll(".*::(?:.*-cell-[0-9]+-)?", "")));
            });
    return steps;
  }

  private static JsonNode act(JsonNode rehearsal, String name) {
    for (JsonNode act : rehearsal.path("acts")) {
      if (act.path("name").asString().equals(name)) {
        return act;
      }
    }
    throw new AssertionError("no act " + name + " in " + rehearsal);
  }

  private static List<String> texts(JsonNode rehearsal, String key) {
    List<String> texts = new ArrayList<>();
    rehearsal.path("acts").forEach(act -> texts.add(act.path(key).asString()));
    return texts;
  }
}
