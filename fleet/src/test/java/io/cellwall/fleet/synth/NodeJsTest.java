package io.cellwall.fleet.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeJsTest {

  @TempDir Path folder;

  @Test
  void should_say_what_to_install_where_there_is_none() {
    assertThat(NodeJs.problem(folder.resolve("absent").toString()))
        .contains(
            "there is no Node.js, which the AWS CDK runs in; install Node.js 20 or later and put it on PATH");
  }

  @Test
  void should_refuse_one_that_is_too_old() throws IOException {
    assertThat(NodeJs.problem(node("v18.20.4")))
        .contains(
            "Node.js is v18.20.4, and the AWS CDK needs 20 or later; install it and put it on PATH");
  }

  @Test
  void should_take_one_that_is_new_enough() throws IOException {
    assertThat(NodeJs.problem(node("v20.0.0"))).isEmpty();
    assertThat(NodeJs.problem(node("v124.1.0"))).isEmpty();
  }

  private String node(String version) throws IOException {
    Path script = folder.resolve("node");
    Files.writeString(script, "#!/bin/sh\necho " + version + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script.toString();
  }
}
