package io.cellwall.fleet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.cellwall.fleet.Cellwall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The templates call only what there is, and GitLab's has only what GitLab knows. */
class CiTemplatesTest {

  private static final Path FOLDER = Path.of(System.getProperty("cellwall.root"), "ci-templates");

  private static final Path GITLAB = FOLDER.resolve("gitlab/cellwall.gitlab-ci.yml");

  // A command ends where the shell sends its output, joins it to another, or the line ends.
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^\\s*(?:- )?(?:run: )?\\./cellwall ([^>|;&\\n]*)");

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  /** The words of each call of the command; a variable is one word, whatever it holds. */
  private static List<List<String>> calls(String template) {
    List<List<String>> calls = new ArrayList<>();
    Matcher command = COMMAND.matcher(template);
    while (command.find()) {
      calls.add(
          List.of(command.group(1).strip().replaceAll("\"?\\$[A-Z_]+\"?", "value").split(" +")));
    }
    return calls;
  }

  @ParameterizedTest
  @MethodSource("templates")
  void should_call_commands_with_options_that_exist(Path template) throws IOException {
    // GIVEN
    List<List<String>> calls = calls(Files.readString(template));
    assertThat(calls).as("calls in %s", template).hasSizeGreaterThanOrEqualTo(5);

    // WHEN, THEN
    for (List<String> call : calls) {
      if (call.equals(List.of("build"))) {
        continue; // The script's own.
      }
      assertThatCode(() -> Cellwall.commandLine().parseArgs(call.toArray(String[]::new)))
          .as("%s: cellwall %s", template, String.join(" ", call))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void should_find_what_the_templates_are_for() throws IOException {
    Set<String> commands = new TreeSet<>();
    for (Path template : templates()) {
      calls(Files.readString(template)).forEach(call -> commands.add(call.get(0)));
    }
    assertThat(commands)
        .containsExactly(
            "blast-radius", "build", "deploy", "doctor", "inventory", "preview", "prove");
  }

  @Test
  void should_pin_every_action_to_a_commit_and_name_its_version() throws IOException {
    int uses = 0;
    for (Path template : templates()) {
      for (String line : Files.readAllLines(template)) {
        if (line.contains("uses: ")) {
          uses++;
          assertThat(line)
              .matches(".*uses: [a-z-]+/[a-z/-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+");
        }
      }
    }
    assertThat(uses).isGreaterThan(8);
  }

  @Test
  void should_never_run_a_forks_code_with_rights() throws IOException {
    for (Path template : templates()) {
      String text = Files.readString(template);
      assertThat(text).doesNotContain("pull_request_target:", "workflow_run:", "secrets.");
      if (template.startsWith(FOLDER.resolve("github"))) {
        // A shell that gets an expression gets whatever a branch or a title is called.
        assertThat(text).doesNotContainPattern("(?m)^ {10,}[^#\\n]*\\./[^\\n]*\\$\\{\\{");
        assertThat(text).contains("\npermissions: {}\n");
      }
    }
  }

  @Test
  void should_have_jobs_that_gitlab_understands() throws IOException {
    // GIVEN
    Map<?, ?> pipeline =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(GITLAB));
    List<?> stages = (List<?>) pipeline.get("stages");

    // WHEN, THEN every job has keywords of GitLab's, a stage that exists, and something to do
    int jobs = 0;
    for (Map.Entry<?, ?> entry : pipeline.entrySet()) {
      String name = String.valueOf(entry.getKey());
      if (!(entry.getValue() instanceof Map<?, ?> job)) {
        assertThat(name).isEqualTo("stages");
        continue;
      }
      assertThat(job.keySet().stream().map(String::valueOf))
          .as(name)
          .isSubsetOf(
              "after_script",
              "artifacts",
              "before_script",
              "cache",
              "environment",
              "extends",
              "id_tokens",
              "image",
              "needs",
              "resource_group",
              "rules",
              "script",
              "stage",
              "trigger",
              "variables");
      if (job.get("extends") != null) {
        assertThat(pipeline.containsKey(job.get("extends"))).as(name).isTrue();
      }
      if (!name.startsWith(".")) {
        jobs++;
        assertThat(stages.contains(job.get("stage"))).as(name).isTrue();
        assertThat(job.containsKey("script") != job.containsKey("trigger")).as(name).isTrue();
        // Without rules a job is in every pipeline, also in that of the stacks.
        assertThat(job.containsKey("rules")).as(name).isTrue();
      }
      if (job.get("needs") instanceof List<?> needs) {
        for (Object need : needs) {
          assertThat(pipeline.containsKey(((Map<?, ?>) need).get("job"))).as(name).isTrue();
        }
      }
    }
    assertThat(jobs).isEqualTo(4);
  }
}
