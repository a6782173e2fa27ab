package io.cellwall.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gate on the real Pulumi engine, as processes of their own: as a user and a pipeline start it.
 * Needs what {@code .ci/engine/build} makes, and the packaged program.
 */
@Tag("engine")
class DeployTest {

  private static final Path ROOT = Path.of(System.getProperty("cellwall.root"));
  private static final String STACK = "global-edge";

  @TempDir Path folder;

  private final Map<String, String> environment = new TreeMap<>();
  private Path project;

  @BeforeEach
  void rehearse() throws Exception {
    Path rehearsal = folder.resolve("r");
    Run prepared =
        run(
            start(
                ROOT,
                "rehearse",
                "--prepare",
                "--folder",
                rehearsal.toString(),
                "--inventory",
                ROOT.resolve("regions/inventory").toString()));
    Matcher export = Pattern.compile("export (\\w+)='(.*)'").matcher(prepared.out());
    while (export.find()) {
      environment.put(export.group(1), export.group(2));
    }
    project = rehearsal.resolve("project");
  }

  @Test
  void a_kept_plan_should_be_carried_out_only_while_nothing_it_rests_on_changes() throws Exception {
    // GIVEN a plan of a stack that was never built
    String plan = folder.resolve("plan.json").toString();
    assertThat(result(deploy("--init", "--save-plan", plan), 0)).isEqualTo("planned");

    // WHEN the inventory changes, THEN it is refused, and says where
    Path fleet = folder.resolve("r/inventory/fleet.yaml");
    String before = Files.readString(fleet);
    Files.writeString(fleet, "# reviewed\n", StandardOpenOption.APPEND);
    JsonNode refused = json(deploy("--plan", plan, "--yes"), 1);
    assertThat(refused.path("problems").toString())
        .isEqualTo(
            "[\"the plan is not of what is there now:\",\"the inventory changed in fleet.yaml\"]");

    // WHEN it is as it was, THEN the plan is carried out, once
    Files.writeString(fleet, before);
    JsonNode deployed = json(deploy("--plan", plan, "--yes"), 0);
    assertThat(deployed.path("result").asString()).isEqualTo("deployed");
    assertThat(deployed.path("engine").path("changes")).isEqualTo(deployed.path("counts"));
    assertThat(deployed.path("descriptor").path("parameter").asString())
        .isEqualTo("/cellwall/global-edge/facts");
    assertThat(json(deploy("--plan", plan, "--yes"), 1).path("problems").toString())
        .contains("the stack's state changed: somebody deployed, refreshed or imported since");
    assertThat(run(start(project, "doctor", "--stack", STACK)).exit()).isZero();
  }

  @Test
  void of_two_deployments_of_one_stack_the_second_should_be_refused_and_a_killed_one_mended()
      throws Exception {
    // GIVEN a deployment that takes a while, and does one thing at a time
    environment.put("PULUMI_PARALLEL", "1");
    Path faults = folder.resolve("r/cloud/faults");
    Files.writeString(faults, "slow:1500\n");
    Started first = deploy("--init", "--yes");
    Path ledgers = folder.resolve("r/cloud/accounts");
    await(() -> Files.isDirectory(ledgers) && !Files.readString(ledger(ledgers)).isEmpty());

    // WHEN another begins, THEN it is refused before it does anything
    JsonNode second = json(deploy("--yes"), 1);
    assertThat(second.path("result").asString()).isEqualTo("refused");
    assertThat(second.path("problems").path(0).asString())
        .startsWith("global-edge is being deployed from this folder by ")
        .endsWith(": nothing was changed");

    // WHEN the engine is killed, THEN the first says so, and how to go on
    ProcessHandle engine =
        first
            .process()
            .children()
            .filter(each -> each.info().command().orElse("").endsWith("/pulumi"))
            .findFirst()
            .orElseThrow();
    engine.destroyForcibly();
    JsonNode killed = json(first, 1);
    Files.delete(faults);
    assertThat(killed.path("problems").path(0).asString())
        .isEqualTo("the engine was killed (exit code 137)");
    List<String> next = new ArrayList<>();
    killed.path("next").forEach(each -> next.add(each.asString()));
    assertThat(next).first().isEqualTo("pulumi cancel --stack global-edge --yes");
    assertThat(next).last().isEqualTo("cellwall deploy global-edge");

    // WHEN one does as it says, THEN the stack is built, and AWS has nothing twice
    for (String command : next.subList(0, next.size() - 1)) {
      Run mended = run(shell(command));
      assertThat(mended.exit()).as("%s%n%s%s", command, mended.out(), mended.err()).isZero();
    }
    assertThat(result(deploy("--yes"), 0)).isEqualTo("deployed");
    Run doctor = run(start(project, "doctor", "--stack", STACK));
    assertThat(doctor.exit()).as(doctor.out()).isZero();
  }

  @Test
  void deployments_of_two_cells_at_once_should_both_succeed() throws Exception {
    // WHEN
    Started one = deployOf("eu-west-1-cell-03", "--init", "--yes");
    Started other = deployOf("us-east-2-cell-01", "--init", "--yes");

    // THEN
    assertThat(result(one, 0)).isEqualTo("deployed");
    assertThat(result(other, 0)).isEqualTo("deployed");
  }

  private record Run(int exit, String out, String err) {}

  private static Path ledger(Path ledgers) throws IOException {
    try (Stream<Path> files = Files.list(ledgers)) {
      return files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElse(ledgers);
    }
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < until) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (IOException notYet) {
        // The folder is there, the file is not.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("it never came to that");
  }

  private Started deploy(String... arguments) throws IOException {
    return deployOf(STACK, arguments);
  }

  private Started deployOf(String stack, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("deploy", stack, "--format", "json"));
    all.addAll(List.of(arguments));
    return start(project, all.toArray(String[]::new));
  }

  private Started start(Path in, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ROOT.resolve("fleet/target/fleet.jar").toString(),
                "io.cellwall.fleet.Cellwall"));
    command.addAll(List.of(arguments));
    return process(in, command);
  }

  private Started shell(String command) throws IOException {
    // The engine is where its language host is, and that is on the path of a rehearsal.
    return process(project, List.of("sh", "-c", command));
  }

  private Started process(Path in, List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "run", ".out");
    Path err = Files.createTempFile(folder, "run", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Started(process, out, err);
  }

  /** A process, and the files that it writes to. */
  private record Started(Process process, Path out, Path err) {}

  private static Run run(Started started) throws Exception {
    assertThat(started.process().waitFor(8, TimeUnit.MINUTES)).isTrue();
    return new Run(
        started.process().exitValue(),
        Files.readString(started.out()),
        Files.readString(started.err()));
  }

  private static JsonNode json(Started process, int exit) throws Exception {
    Run run = run(process);
    assertThat(run.exit()).as("%s%s", run.out(), run.err()).isEqualTo(exit);
    return JsonMapper.shared().readTree(run.out());
  }

  private static String result(Started process, int exit) throws Exception {
    return json(process, exit).path("result").asString();
  }
}
