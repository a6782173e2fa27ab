package io.cellwall.fleet;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the numbers of options, and says what they must be in no language but the user's. */
final class WholeNumbers {

  private WholeNumbers() {}

  /** Has a command and all commands below it read their whole numbers so. */
  static void register(CommandLine line) {
    line.registerConverter(int.class, reading(Integer::valueOf));
    line.registerConverter(Integer.class, reading(Integer::valueOf));
    line.registerConverter(long.class, reading(Long::valueOf));
    line.registerConverter(Long.class, reading(Long::valueOf));
  }

  private static <N> ITypeConverter<N> reading(Function<String, N> parser) {
    return text -> {
      try {
        return parser.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' must be a whole number");
      }
    };
  }
}
