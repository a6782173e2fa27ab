package io.cellwall.cell.observability.dashboard;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as JSON in the order of their components, the same text on every machine. */
final class DashboardJson {

  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(TWO_SPACES)
                  .withArrayIndenter(TWO_SPACES))
          .build();

  private DashboardJson() {}

  static String of(Object value) {
    return MAPPER.writeValueAsString(value) + "\n";
  }
}
