package io.cellwall.fleet.inventory;

import io.cellwall.regions.written.Scalar;
import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Reads the texts of options.
 *
 * @param line the command that they are given to
 */
record OptionText(CommandLine line) {

  /**
   * The value of an option.
   *
   * @param reader throws IllegalArgumentException with a message that quotes the text
   */
  <T> T parse(String option, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          line, "Invalid value for option '" + option + "': " + e.getMessage(), e);
    }
  }

  /** The constant that an option names in the words of the inventory's files. */
  <E extends Enum<E>> E constant(String option, String text, E[] constants) {
    return parse(
        option,
        text,
        word -> {
          for (E constant : constants) {
            if (Scalar.label(constant).equals(word)) {
              return constant;
            }
          }
          throw new IllegalArgumentException(
              "\"%s\" is none of %s"
                  .formatted(word, Arrays.stream(constants).map(Scalar::label).toList()));
        });
  }
}
