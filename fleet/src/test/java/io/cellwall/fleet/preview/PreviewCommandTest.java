package io.cellwall.fleet.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.ExitCode;
import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.ResourceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreviewCommandTest {

  @TempDir Path folder;

  @Test
  void should_show_resources_verdict_and_time_of_each_chosen_stack() {
    // WHEN two stacks are previewed
    CommandRun run = preview("--stack", "eu-west-1-cell-01", "--stack", "edge-in");

    // THEN each has a heading, its resources by service and a verdict
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("eu-west-1-cell-01 +eu +eu-west-1 +\\d+ resources .*"))
        .anyMatch(line -> line.matches("edge-in +in +ap-south-1 +\\d+ resources .*"))
        .anyMatch(line -> line.matches(" +ec2: .*1 Vpc.*"))
        .anyMatch(line -> line.matches(" +dynamodb: .*1 Table"));
    assertThat(run.out()).contains("Stacks: 2, 2 planned now, 0 unchanged.", "Violations: 0.");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void should_not_plan_again_what_did_not_change() {
    // GIVEN a stack that was planned
    CommandRun first = preview("--stack", "edge-eu");

    // WHEN it is previewed again
    CommandRun second = preview("--stack", "edge-eu");

    // THEN its graph is remembered
    assertThat(first.out()).contains("Stacks: 1, 1 planned now, 0 unchanged.");
    assertThat(second.out()).contains("Stacks: 1, 0 planned now, 1 unchanged.");
  }

  @Test
  void should_judge_again_where_what_is_remembered_of_a_stack_is_damaged() throws IOException {
    // GIVEN a remembered judgement that lost its last bytes
    CommandRun first = preview("--stack", "edge-eu");
    Path entry = onlyEntry("outline");
    String whole = Files.readString(entry);
    Files.writeString(entry, whole.substring(0, whole.length() - 10));
    Files.writeString(onlyEntry("judgement"), whole.substring(0, whole.length() - 10));

    // WHEN the stack is previewed again
    CommandRun run = preview("--stack", "edge-eu");

    // THEN its graph is judged again, and the entry is whole again
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out().lines().skip(1).filter(line -> !line.startsWith("Stacks:")))
        .containsExactlyElementsOf(
            first.out().lines().skip(1).filter(line -> !line.startsWith("Stacks:")).toList());
    assertThat(onlyEntry("outline")).hasContent(whole);
    assertThat(onlyEntry("judgement")).hasContent(whole);
  }

  @Test
  void should_plan_again_where_the_remembered_graph_is_damaged() throws IOException {
    // GIVEN a remembered graph that lost its last bytes, and no judgement
    preview("--stack", "edge-eu");
    Files.delete(onlyEntry("outline"));
    Files.delete(onlyEntry("judgement"));
    Path entry = onlyEntry("graph");
    String whole = Files.readString(entry);
    Files.writeString(entry, whole.substring(0, whole.length() - 10));

    // WHEN the stack is previewed again
    CommandRun run = preview("--stack", "edge-eu");

    // THEN it is planned, and the entry is whole again
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out()).contains("1 planned now, 0 unchanged.");
    assertThat(onlyEntry("graph")).hasContent(whole);
  }

  @Test
  void should_judge_every_stack_again_when_another_cell_gets_other_addresses() throws IOException {
    // GIVEN an edge that was previewed
    Path inventory = folder.resolve("inventory");
    ExampleCopy.into(inventory);
    previewOf(inventory, "--stack", "edge-us");

    // WHEN a cell of another zone gets other addresses
    Path cell = inventory.resolve("cells/eu-west-1-cell-01.yaml");
    Files.writeString(
        cell, Files.readString(cell).replace("cidr: 10.16.0.0/16", "cidr: 10.200.0.0/16"));
    CommandRun run = previewOf(inventory, "--stack", "edge-us");

    // THEN the edge is not planned again, but judged by the new inventory
    assertThat(run.out()).contains("Stacks: 1, 0 planned now, 1 unchanged.");
    assertThat(entries("graph")).hasSize(1);
    assertThat(entries("judgement")).hasSize(2);
  }

  @Test
  void should_not_judge_again_what_no_change_of_another_cell_concerns() throws IOException {
    // GIVEN an edge that was previewed
    Path inventory = folder.resolve("inventory");
    ExampleCopy.into(inventory);
    CommandRun first = previewOf(inventory, "--stack", "edge-us");
    Files.delete(onlyEntry("graph"));

    // WHEN a cell has one user less, which gives nothing else to anybody
    Path cell = inventory.resolve("cells/eu-west-1-cell-01.yaml");
    Files.writeString(cell, Files.readString(cell).replaceFirst("users: .*", "users: 94999"));
    CommandRun run = previewOf(inventory, "--stack", "edge-us");

    // THEN nobody asks for the edge's graph, and the same is said of it
    assertThat(run.out()).contains("Stacks: 1, 0 planned now, 1 unchanged.");
    assertThat(first.out()).contains("edge-us  us  us-east-2  50 resources");
    assertThat(run.out()).contains("edge-us  us  us-east-2  50 resources");
    assertThat(entries("graph")).isEmpty();
    assertThat(entries("judgement")).hasSize(1);
  }

  @Test
  void should_neither_read_nor_write_what_is_remembered_when_told_so() {
    // WHEN a stack is previewed without the cache
    CommandRun run = preview("--no-cache", "--stack", "edge-eu");

    // THEN nothing was written
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void should_print_one_json_object_with_verdict_and_findings() {
    // WHEN a preview is asked for as JSON
    CommandRun run = preview("--stack", "edge-eu", "--format", "json");

    // THEN the object has its schema's version, the stack and the findings
    JsonNode object = JsonMapper.shared().readTree(run.out());
    assertThat(object.propertyNames())
        .containsExactly("schemaVersion", "stacks", "findings", "connectors", "milliseconds");
    assertThat(object.path("schemaVersion").asInt()).isEqualTo(1);
    JsonNode stack = object.path("stacks").path(0);
    assertThat(stack.path("stack").asString()).isEqualTo("edge-eu");
    assertThat(stack.path("verdict").asString()).isEqualTo("pass");
    assertThat(stack.path("resources").path("aws:dynamodb/table:Table").asInt()).isEqualTo(1);
    assertThat(object.path("findings").isArray()).isTrue();
  }

  @Test
  void should_write_the_graphs_where_it_is_told() throws IOException {
    // WHEN the graphs are asked for
    Path file = folder.resolve("graphs.json");
    preview("--stack", "edge-??", "--graph", file.toString());

    // THEN the file holds one for each stack
    assertThat(GraphJson.read(Files.readString(file)))
        .extracting(ResourceGraph::stack)
        .containsExactly("edge-eu", "edge-in", "edge-us");
  }

  @Test
  void should_list_the_stacks_when_a_name_fits_none() {
    // WHEN one name fits and two do not
    CommandRun run = preview("--stack", "edge-eu", "--stack", "edge-uk", "--stack", "mars-*");

    // THEN both are named, with all that could have been meant
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith(
            "cellwall: no stack is named \"edge-uk\", \"mars-*\"; the stacks of this inventory"
                + " are:\n  ap-south-1-cell-01\n")
        .contains("\n  edge-us\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void should_ask_whether_the_nearest_stack_was_meant() {
    // WHEN a name lacks a letter
    CommandRun run = preview("--stack", "eu-west-1-cel-03");

    // THEN the nearest one is the last word
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith("cellwall: no stack is named \"eu-west-1-cel-03\"; ")
        .endsWith("\nDid you mean eu-west-1-cell-03?\n");
  }

  @Test
  void should_refuse_a_glob_that_is_none() {
    // WHEN a bracket is left open
    CommandRun run = preview("--stack", "eu-[");

    // THEN the text is quoted
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("cellwall: \"eu-[\" is not a stack name or glob: ");
  }

  @Test
  void should_say_that_the_graphs_cannot_be_written() {
    // WHEN the file's folder does not exist
    CommandRun run = preview("--stack", "edge-eu", "--graph", folder + "/none/graphs.json");

    // THEN it is bad usage
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("cellwall: cannot write the graphs to ");
  }

  private CommandRun preview(String... arguments) {
    return previewOf(Path.of(CommandRun.INVENTORY), arguments);
  }

  private CommandRun previewOf(Path inventory, String... arguments) {
    List<String> all =
        Stream.concat(
                Stream.of(
                    "preview",
                    "--control-plane",
                    "never",
                    "--inventory",
                    inventory.toString(),
                    "--cache",
                    folder.resolve("cache").toString()),
                Stream.of(arguments))
            .toList();
    return CommandRun.of(all.toArray(String[]::new));
  }

  private Path onlyEntry(String kind) throws IOException {
    List<Path> all = entries(kind);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<Path> entries(String kind) throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve("cache"))) {
      return entries.filter(entry -> entry.toString().endsWith("." + kind)).toList();
    }
  }
}
