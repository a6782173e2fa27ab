package io.cellwall.fleet.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.fleet.UsageException;
import io.cellwall.policies.graph.ResourceGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a repository whose Maven wrapper only copies a program, or fails. */
class BaseProgramTest {

  private static final String GRAPHS = "{\\\"schemaVersion\\\":%d,\\\"graphs\\\":[%s]}";
  private static final String GRAPH = "{\\\"stack\\\":\\\"%s\\\",\\\"nodes\\\":[]}";

  @TempDir Path folder;

  private final Scratch scratch = new Scratch();
  private final List<String> progress = new ArrayList<>();

  @AfterEach
  void close() {
    scratch.close();
    assertThat(scratch.folder()).doesNotExist();
  }

  @Test
  void should_build_and_plan_once_and_then_remember() throws Exception {
    // GIVEN
    Revision revision =
        repository(writing(1), "mkdir -p fleet/target/lib && cp %s fleet/target/fleet.jar");

    // WHEN it is asked twice
    List<ResourceGraph> first = program(revision).graphs(folder, List.of());
    progress.clear();
    List<ResourceGraph> second = program(revision).graphs(folder, List.of("b"));

    // THEN nothing is built or planned again
    assertThat(first).extracting(ResourceGraph::stack).containsExactly("a", "b");
    assertThat(second).extracting(ResourceGraph::stack).containsExactly("b");
    assertThat(progress).isEmpty();
  }

  @Test
  void should_understand_a_program_that_only_previews() throws Exception {
    Revision revision =
        repository(writingAllInOne(), "mkdir -p fleet/target/lib && cp %s fleet/target/fleet.jar");

    assertThat(program(revision).graphs(folder, List.of()))
        .extracting(ResourceGraph::stack)
        .containsExactly("a", "b");
    // THEN also what is remembered of it is by stack
    assertThat(program(revision).graphs(folder, List.of("b")))
        .extracting(ResourceGraph::stack)
        .containsExactly("b");
  }

  @Test
  void should_plan_again_where_what_is_remembered_is_damaged() throws Exception {
    Revision revision =
        repository(writing(1), "mkdir -p fleet/target/lib && cp %s fleet/target/fleet.jar");
    program(revision).graphs(folder, List.of());
    Files.writeString(cache().resolve(revision.commit()).resolve("graphs/a.json"), "{");

    assertThat(program(revision).graphs(folder, List.of()))
        .extracting(ResourceGraph::stack)
        .containsExactly("a", "b");
  }

  @Test
  void should_say_where_the_build_that_failed_says_why() throws Exception {
    Revision revision = repository(writing(1), "echo no compiler; exit 1 # %s");

    assertThatThrownBy(() -> program(revision).graphs(folder, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "the program of main (%s) cannot be built (exit code 1): %s says why; see it yourself with: git worktree add",
            revision.commit().substring(0, 10),
            cache().toAbsolutePath().resolve(revision.commit() + ".log"));
    assertThat(cache().resolve(revision.commit() + ".log")).hasContent("no compiler");
    assertThat(cache().resolve(revision.commit())).doesNotExist();
  }

  @Test
  void should_say_that_the_program_is_too_old() throws Exception {
    Revision revision =
        repository(
            "System.err.println(\"Unmatched argument at index 0: 'graphs'\"); if"
                + " (a[0].equals(\"preview\")) System.err.println(\"Unknown option: '--graph'\");"
                + " System.exit(2);",
            "mkdir -p fleet/target/lib && cp %s fleet/target/fleet.jar");

    assertThatThrownBy(() -> program(revision).graphs(folder, List.of()))
        .hasMessage(
            "the program of main (%s) is too old to compare with: it does not know \"preview --graph\"; compare with a later commit, or with exported states: --against-state DIR",
            revision.commit().substring(0, 10));
  }

  @Test
  void should_refuse_graphs_of_another_version() throws Exception {
    Revision revision =
        repository(writing(9), "mkdir -p fleet/target/lib && cp %s fleet/target/fleet.jar");

    assertThatThrownBy(() -> program(revision).graphs(folder, List.of()))
        .hasMessageContaining("graph document: $.schemaVersion must be 1, is 9");
  }

  @Test
  void should_see_whether_the_program_is_that_of_the_working_tree() throws Exception {
    Revision revision = repository(writing(1), "exit 0 # %s");
    assertThat(revision.hasProgramOfWorkingTree()).isTrue();

    Path code = Files.createDirectories(revision.root().resolve("cell-template/src/main"));
    Path test = Files.createDirectories(revision.root().resolve("cell-template/src/test"));
    Files.writeString(test.resolve("ATest.java"), "");
    assertThat(revision.hasProgramOfWorkingTree()).isTrue();
    Files.writeString(code.resolve("A.java"), "");
    assertThat(revision.hasProgramOfWorkingTree()).isFalse();
  }

  @Test
  void should_leave_nothing_in_the_repository() throws Exception {
    Revision revision = repository(writing(1), "exit 0 # %s");
    Path target = scratch.folder().resolve("tree");
    revision.checkOut("", scratch, target);

    assertThat(target.resolve("mvnw")).exists();
    assertThat(new Git(revision.root()).ask("status", "--porcelain")).isEmpty();
    assertThat(new Git(revision.root()).ask("worktree", "list").lines()).hasSize(1);
    assertThatThrownBy(() -> revision.checkOut("none", scratch, target))
        .hasMessage("main (%s) has no folder none", revision.commit().substring(0, 10));
  }

  private BaseProgram program(Revision revision) {
    return new BaseProgram(revision, folder.resolve("cache"), scratch, progress::add);
  }

  private Path cache() {
    return folder.resolve("cache/programs");
  }

  private static String writing(int version) {
    return ("var folder = java.nio.file.Files.createDirectories(java.nio.file.Path.of(a[2]));"
            + " java.nio.file.Files.writeString(folder.resolve(\"a.json\"), \"%s\");"
            + " java.nio.file.Files.writeString(folder.resolve(\"b.json\"), \"%s\");")
        .formatted(
            GRAPHS.formatted(version, GRAPH.formatted("a")),
            GRAPHS.formatted(version, GRAPH.formatted("b")));
  }

  // As it was before there was the command that judges nothing.
  private static String writingAllInOne() {
    return ("if (a[0].equals(\"graphs\")) {"
            + " System.err.println(\"Unmatched argument at index 0: 'graphs'\"); System.exit(2); }"
            + " java.nio.file.Files.writeString(java.nio.file.Path.of(a[4]), \"%s\");")
        .formatted(GRAPHS.formatted(1, GRAPH.formatted("a") + "," + GRAPH.formatted("b")));
  }

  private Revision repository(String main, String mvnw) throws Exception {
    Path root = Files.createDirectories(folder.resolve("repository"));
    Files.createDirectories(root.resolve("fleet"));
    Files.writeString(root.resolve("fleet/pom.xml"), "<project/>");
    Files.writeString(root.resolve("mvnw"), "#!/bin/sh\n" + mvnw.formatted(jar(main)) + "\n");
    for (List<String> each :
        List.of(
            List.of("init", "--quiet", "--initial-branch=main"),
            List.of("add", "--all"),
            List.of("commit", "--quiet", "--message=x"))) {
      Process git =
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
                          each.stream())
                      .toList())
              .directory(root.toFile())
              .redirectErrorStream(true)
              .start();
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(git.waitFor()).describedAs(out).isZero();
    }
    return Revision.of(root, "main");
  }

  private Path jar(String main) throws IOException {
    Path source = Files.createDirectories(folder.resolve("source")).resolve("Cellwall.java");
    Files.writeString(
        source,
        "package io.cellwall.fleet; public class Cellwall {"
            + " public static void main(String[] a) throws Exception { "
            + main
            + " } }");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), source.toString()))
        .isZero();
    Path jar = folder.resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("io/cellwall/fleet/Cellwall.class"));
      out.write(Files.readAllBytes(classes.resolve("io/cellwall/fleet/Cellwall.class")));
    }
    return jar;
  }
}
