package io.cellwall.fleet.preview;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreviewBaseTest {

  @TempDir Path folder;

  private Path inventory;

  @BeforeEach
  void commitTheExample() throws Exception {
    inventory = folder.resolve("repository/inventory");
    ExampleCopy.into(inventory);
    git("init", "--quiet", "--initial-branch=main");
    git("add", "--all");
    git("commit", "--quiet", "--message=Example");
  }

  @Test
  void should_say_that_nothing_changes() {
    CommandRun run = preview("--base", "main", "--stack", "edge-eu");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .matches("(?s)Compared with main \\([0-9a-f]{10}\\): nothing changes\\.\n.*");
  }

  @Test
  void should_show_what_one_field_of_a_cell_changes_and_where_it_is_written() throws IOException {
    // GIVEN
    edit("cells/eu-west-1-cell-03.yaml", "nat: per-zone", "nat: single");

    // WHEN
    JsonNode change =
        JsonMapper.shared()
            .readTree(
                preview("--base", "main", "--stack", "eu-west-1-cell-0[23]", "--format", "json")
                    .out())
            .path("change");

    // THEN
    assertThat(change.path("unchanged").asInt()).isEqualTo(1);
    JsonNode stack = change.path("stacks").path(0);
    assertThat(stack.path("stack").asString()).isEqualTo("eu-west-1-cell-03");
    assertThat(stack.path("counts").toString()).isEqualTo("{\"update\":3,\"delete\":8}");
    assertThat(stack.path("source").path("line").asInt()).isEqualTo(14);
    assertThat(change.path("reach").path("usersAtHome").asInt()).isEqualTo(78_000);
    assertThat(stack.path("resources").findValuesAsString("after"))
        .contains("(id of eu-west-1-cell-03-nat-az1)");
    // THEN the control plane, which the gateways do not matter to, stays as it is
    assertThat(change.path("notes").isEmpty()).isTrue();
  }

  @Test
  void should_say_whose_control_planes_change_too() throws IOException {
    // GIVEN another budget, of which the stacks themselves have nothing
    edit("fleet.yaml", "monthlyBudget: 4000", "monthlyBudget: 5000");

    // WHEN
    CommandRun run = preview("--base", "main", "--stack", "eu-west-1-cell-0[23]");

    // THEN
    assertThat(run.out())
        .containsSubsequence(
            ": nothing changes.\n",
            "    the control planes of eu-west-1-cell-02, eu-west-1-cell-03 change too, and must be"
                + " deployed first: \"cellwall control-plane diff\" shows how\n");
  }

  @Test
  void should_say_that_the_control_plane_of_a_new_cell_goes_first() throws IOException {
    // GIVEN a cell more
    String cell = Files.readString(inventory.resolve("cells/eu-west-1-cell-03.yaml"));
    Files.writeString(
        inventory.resolve("cells/eu-west-1-cell-09.yaml"),
        cell.substring(0, cell.indexOf("facts:"))
            .replace("eu-west-1-cell-03", "eu-west-1-cell-09")
            .replace("206626436606", "300000000001")
            .replace("10.18.64.0/18", "10.200.0.0/18")
            .replace("users: 78000", "users: 0")
            .replace("state: active", "state: provisioning"));

    // WHEN
    CommandRun run = preview("--base", "main", "--stack", "eu-west-1-cell-09");

    // THEN
    assertThat(run.out())
        .contains(
            "    the control plane of eu-west-1-cell-09 is new, and must be deployed first:"
                + " \"cellwall control-plane synth\" makes it\n");
  }

  @Test
  void should_count_the_warnings_that_a_change_has_no_part_in() throws IOException {
    // GIVEN a change of one cell, and another of whose standby a warning tells
    edit("cells/eu-west-1-cell-03.yaml", "nat: per-zone", "nat: single");

    // WHEN
    CommandRun run =
        preview("--base", "main", "--stack", "eu-west-1-cell-03", "--stack", "us-west-2-cell-01");

    // THEN
    assertThat(run.out())
        .contains(
            "\n1 finding is a warning or waived, of stacks that do not change: \"cellwall preview\""
                + " shows it\nStacks: 2")
        .doesNotContain("DeclaredConnector");
  }

  @Test
  void should_show_what_a_change_that_is_not_legal_would_do_and_refuse_it() throws IOException {
    // GIVEN other addresses for a cell
    edit("cells/eu-west-1-cell-03.yaml", "cidr: 10.18.64.0/18", "cidr: 10.200.0.0/18");

    // WHEN
    CommandRun run = preview("--base", "main", "--stack", "eu-west-1-cell-03");

    // THEN
    assertThat(run.out())
        .contains(
            "violation [ChangedIdentity]",
            "! ec2 Vpc eu-west-1-cell-03-vpc, replace: another cidrBlock makes another resource",
            "eu-west-1-cell-03-vpc, replace: vpcId names eu-west-1-cell-03-vpc, which is replaced",
            // What follows those that follow: by ids that EC2 makes up.
            "! ec2 NatGateway eu-west-1-cell-03-nat-az1, replace: subnetId names"
                + " eu-west-1-cell-03-egress-az1, which is replaced\n",
            "! ec2 Route eu-west-1-cell-03-nodes-az1, replace: natGatewayId names"
                + " eu-west-1-cell-03-nat-az1, which is replaced; routeTableId names"
                + " eu-west-1-cell-03-nodes-az1, which is replaced\n",
            "! elasticache SubnetGroup eu-west-1-cell-03-cache, update: subnetIds names"
                + " eu-west-1-cell-03-data-az1, eu-west-1-cell-03-data-az2,"
                + " eu-west-1-cell-03-data-az3, which is replaced\n",
            "eu-west-1-cell-03: ec2 Vpc eu-west-1-cell-03-vpc: cidrBlock is 10.200.0.0/18, and was"
                + " 10.18.64.0/18");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void should_judge_all_the_same_where_the_base_is_not_valid() throws Exception {
    // GIVEN a base with a mistake that the change mends
    edit("cells/eu-west-1-cell-03.yaml", "nat: per-zone", "natt: per-zone");
    git("commit", "--quiet", "--all", "--message=Mistake");
    edit("cells/eu-west-1-cell-03.yaml", "natt: per-zone", "nat: per-zone");

    // WHEN
    CommandRun run = preview("--base", "main", "--stack", "edge-eu");

    // THEN what changes is not known, and the reason says where to look
    assertThat(run.out())
        .contains(": what changes is not known.\n")
        .containsPattern(
            "The inventory of main \\([0-9a-f]{10}\\) is not valid, .* main"
                + " \\([0-9a-f]{10}\\)/cells/eu-west-1-cell-03\\.yaml:14:1: the key \"natt\" is"
                + " unknown \\[UnknownKey\\]")
        .contains("Stacks: 1, 1 planned now");
  }

  @Test
  void should_begin_the_comment_with_its_mark_also_where_the_inventory_is_not_valid()
      throws IOException {
    edit("cells/eu-west-1-cell-03.yaml", "nat: per-zone", "natt: per-zone");

    CommandRun run = preview("--base", "main", "--format", "markdown");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .startsWith(
            """
            <!-- cellwall:preview -->
            ### Cellwall: blocked; the inventory is not valid

            1 problem blocks it, so nobody can tell what changes.
            """)
        .contains("UnknownKey");
  }

  @Test
  void should_block_on_what_stands_out_only_when_told_so() throws IOException {
    // GIVEN a change of who may reach the cluster
    edit("cells/eu-west-1-cell-03.yaml", "203.0.113.16/28", "203.0.113.32/28");
    String[] arguments = {"--base", "main", "--stack", "eu-west-1-cell-03"};

    // THEN
    CommandRun run = preview(arguments);
    assertThat(run.out()).contains("Stands out: ", "CidrChanged: ");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(
            preview(
                    Stream.concat(Stream.of(arguments), Stream.of("--fail-on", "danger"))
                        .toArray(String[]::new))
                .exitCode())
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void should_find_an_account_that_needs_more_than_it_has() throws IOException {
    // GIVEN a cell of which it is no longer written that AWS has granted it more than the default
    edit("cells/eu-west-1-cell-02.yaml", "approvedQuotas:\n  L-1216C47A: 256\n", "");

    // WHEN
    CommandRun run = preview("--base", "main", "--stack", "eu-west-1-cell-02");

    // THEN it stands out, although no resource changes
    assertThat(run.out())
        .contains(
            ": nothing changes.\n",
            "Stands out: 1 QuotaExceeded\n",
            "    QuotaExceeded: The deployment stops half-way where AWS refuses: have the quota raised"
                + " first.\n",
            "(L-1216C47A) must be ");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void should_say_in_sarif_where_in_the_inventory_everything_comes_from() throws IOException {
    // GIVEN a replication that goes, and a cell whose grant by AWS is no longer written
    String first = "cells/eu-west-1-cell-01.yaml";
    edit(
        first,
        "  policy: standby\n  cell: eu-central-1-cell-01\n  survives: region\n",
        "  policy: fail-fast\n");
    edit(first, "recovery:\n  rpo: 20s\n  rto: 15m\n  capacity: full\n", "");
    edit("cells/eu-west-1-cell-02.yaml", "approvedQuotas:\n  L-1216C47A: 256\n", "");

    // WHEN
    CommandRun run =
        preview("--base", "main", "--stack", "eu-west-1-cell-0[12]", "--format", "sarif");

    // THEN
    JsonNode results = JsonMapper.shared().readTree(run.out()).at("/runs/0/results");
    assertThat(results.values())
        .isNotEmpty()
        .allSatisfy(
            result -> {
              JsonNode place = result.at("/locations/0/physicalLocation");
              assertThat(place.at("/artifactLocation/uri").asString()).endsWith(".yaml");
              assertThat(place.at("/region/startLine").asInt()).isPositive();
            })
        .extracting(
            result -> result.path("ruleId").asString(),
            result -> place(result.at("/locations/0/physicalLocation")))
        .contains(
            tuple("ConnectorRemoved", first + ":19"),
            tuple("QuotaExceeded", "cells/eu-west-1-cell-02.yaml:20"));
  }

  private String place(JsonNode physical) {
    return inventory.relativize(Path.of(physical.at("/artifactLocation/uri").asString()))
        + ":"
        + physical.at("/region/startLine").asInt();
  }

  @Test
  void should_say_how_to_name_a_base() throws IOException {
    assertThat(preview("--base", "nobody").err())
        .startsWith("cellwall: --base \"nobody\" is no commit of ")
        .endsWith("; in CI, fetch it first: git fetch origin nobody\n");
    assertThat(preview("--base", "--upload-pack=x").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(preview("--fail-on", "danger").err())
        .isEqualTo("cellwall: --fail-on needs --base REF or --against-state DIR\n");
    assertThat(preview("--base", "main", "--against-state", ".").err())
        .isEqualTo("cellwall: --base and --against-state exclude each other: give one of them\n");
    Path other = folder.resolve("other");
    ExampleCopy.into(other);
    assertThat(CommandRun.of("preview", "--inventory", other.toString(), "--base", "main").err())
        .isEqualTo(
            "cellwall: --base needs a Git repository, and %s is in none; compare with exported states instead: --against-state DIR\n"
                .formatted(other));
  }

  @Test
  void should_say_of_which_stacks_there_is_no_state() throws IOException {
    // GIVEN the state of one edge alone
    Path states = Files.createDirectory(folder.resolve("states"));
    Files.writeString(
        states.resolve("edge-eu.json"),
        """
        {"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:edge-eu::cellwall::pulumi:pulumi:Stack::edge-eu","type":"pulumi:pulumi:Stack"}]}}
        """);

    // WHEN
    String[] chosen = {
      "--against-state", states.toString(), "--stack", "edge-eu", "--stack", "edge-in"
    };
    String text = preview(chosen).out();
    String json =
        preview(
                Stream.concat(Stream.of(chosen), Stream.of("--format", "json"))
                    .toArray(String[]::new))
            .out();

    // THEN
    String note = "no state of edge-in: it counts as new";
    assertThat(text.lines().skip(1).findFirst()).contains("    " + note);
    assertThat(JsonMapper.shared().readTree(json).path("change").path("notes").toString())
        .isEqualTo("[\"%s\"]", note);
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = inventory.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private CommandRun preview(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "preview",
                    "--inventory",
                    inventory.toString(),
                    "--cache",
                    folder.resolve("cache").toString(),
                    // They need Node.js.
                    "--control-plane",
                    "never"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private void git(String... arguments) throws Exception {
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            "git",
                            "-c",
                            "user.name=t",
                            "-c",
                            "user.email=t@example.com",
                            "-c",
                            "commit.gpgsign=false"),
                        Stream.of(arguments))
                    .toList())
            .directory(requireNonNull(inventory.getParent()).toFile())
            .redirectErrorStream(true)
            .start();
    List<String> out =
        new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).describedAs("%s", out).isZero();
  }
}
