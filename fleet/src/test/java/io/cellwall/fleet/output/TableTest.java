package io.cellwall.fleet.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void should_set_text_to_the_left_and_numbers_to_the_right() {
    // GIVEN a table of two columns
    Table table = new Table().text("CELL").number("USERS");
    table.row("eu-west-1-cell-01", "95,000");
    table.row("a", 1);

    // WHEN it is printed
    StringWriter text = new StringWriter();
    table.print(new PrintWriter(text));

    // THEN the columns line up
    assertThat(text)
        .hasToString(
            """
            CELL                USERS
            eu-west-1-cell-01  95,000
            a                       1
            """);
  }

  @Test
  void should_refuse_a_row_that_does_not_fit() {
    assertThatThrownBy(() -> new Table().text("CELL").row("a", "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 cells for 1");
  }
}
