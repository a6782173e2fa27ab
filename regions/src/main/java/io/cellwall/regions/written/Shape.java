package io.cellwall.regions.written;

import java.util.List;
import java.util.Optional;

/**
 * The shape of a value in a file: what the reader accepts and what the schema says.
 *
 * <ul>
 *   <li>{@link Text}: a scalar that some type parses;
 *   <li>{@link WholeNumber}: a whole number;
 *   <li>{@link Sequence}: a list of distinct scalars;
 *   <li>{@link Listing}: a list of mappings;
 *   <li>{@link Mapping}: keys that are known;
 *   <li>{@link Dictionary}: keys that are values.
 * </ul>
 */
public sealed interface Shape {

  /** What the shape is called in a message: "text", "a whole number", "a list", "a mapping". */
  String noun();

  /**
   * A text.
   *
   * @param scalar how it is written and parsed
   */
  record Text(Scalar<?> scalar) implements Shape {
    @Override
    public String noun() {
      return "text";
    }
  }

  /**
   * A whole number.
   *
   * @param min the smallest
   * @param max the largest
   */
  record WholeNumber(long min, long max) implements Shape {
    @Override
    public String noun() {
      return "a whole number";
    }
  }

  /**
   * A list of distinct texts.
   *
   * @param item each text
   * @param min the fewest items
   * @param max the most items
   */
  record Sequence(Text item, int min, int max) implements Shape {
    @Override
    public String noun() {
      return "a list";
    }
  }

  /**
   * A list of mappings.
   *
   * @param item each mapping
   * @param min the fewest items
   * @param max the most items
   */
  record Listing(Mapping item, int min, int max) implements Shape {
    @Override
    public String noun() {
      return "a list";
    }
  }

  /**
   * Known keys.
   *
   * @param type the record that holds them
   * @param description what the mapping is
   * @param keys the keys in the order of the record
   */
  record Mapping(Class<? extends Record> type, String description, List<Key> keys)
      implements Shape {
    public Mapping {
      keys = List.copyOf(keys);
    }

    @Override
    public String noun() {
      return "a mapping";
    }
  }

  /**
   * Keys that are values, one or more.
   *
   * @param key each key
   * @param value what each key holds
   */
  record Dictionary(Text key, Shape value) implements Shape {
    @Override
    public String noun() {
      return "a mapping";
    }
  }

  /**
   * A key of a mapping.
   *
   * @param name as written
   * @param description what it is
   * @param required whether it must be there, as far as no condition decides
   * @param condition when it must be there, and only then
   * @param shape what it holds
   */
  record Key(
      String name,
      String description,
      boolean required,
      Optional<Condition> condition,
      Shape shape) {}

  /**
   * That another key has some value.
   *
   * @param key the other key
   * @param is its value as written
   */
  record Condition(String key, String is) {}
}
