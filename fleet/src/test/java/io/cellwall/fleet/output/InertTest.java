package io.cellwall.fleet.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InertTest {

  @Test
  void should_leave_ordinary_text_alone() {
    assertThat(Inert.text("Zürich \"eu\" 10.0.0.0/8")).isEqualTo("Zürich \"eu\" 10.0.0.0/8");
  }

  @Test
  void should_show_what_would_steer_a_terminal_as_its_code() {
    assertThat(Inert.text("a\u001b[2Jb\rc\u202ed\u009be\n"))
        .isEqualTo("a\\u001b[2Jb\\u000dc\\u202ed\\u009be\\u000a");
  }
}
