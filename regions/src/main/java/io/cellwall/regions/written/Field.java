package io.cellwall.regions.written;

import io.cellwall.regions.finding.Source;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a key of a file holds.
 *
 * <p>A field has a value, or it was written and its value is broken (which reading has reported),
 * or it was not written at all.
 *
 * @param value the value, if it is written and well-formed
 * @param written whether the key is in the file
 * @param source where the value is; where the key is not written, the mapping that lacks it
 */
public record Field<T>(Optional<T> value, boolean written, Source source) {

  /** A well-formed value. */
  public static <T> Field<T> of(T value, Source source) {
    return new Field<>(Optional.of(value), true, source);
  }

  /** A value that is written and could not be understood. */
  public static <T> Field<T> broken(Source source) {
    return new Field<>(Optional.empty(), true, source);
  }

  /** A key that is not written. */
  public static <T> Field<T> missing(Source source) {
    return new Field<>(Optional.empty(), false, source);
  }

  /** The value, or null where it is missing or broken. */
  public @Nullable T orNull() {
    return value.orElse(null);
  }

  /**
   * The value.
   *
   * @throws IllegalStateException if there is none, which reading has then reported
   */
  public T get() {
    return value.orElseThrow(() -> new IllegalStateException("no value at " + source));
  }

  /** A key of the mapping that this field holds; as missing or broken as the mapping itself. */
  public <U> Field<U> at(Function<T, Field<U>> key) {
    return value.map(key).orElseGet(() -> new Field<>(Optional.empty(), written, source));
  }

  /** Tells whether the field has this value. */
  public boolean is(@Nullable T expected) {
    return value.isPresent() && value.get().equals(expected);
  }
}
