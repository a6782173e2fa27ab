package io.cellwall.regions.written;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What narrows a key beyond its type. The schema and the reader both keep to it. */
public final class Constraint {

  private Constraint() {}

  /** The key may be left out. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface MayBeMissing {}

  /** The key must be there if another key of the mapping has this value, and not otherwise. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface OnlyIf {
    /** The other key, with a text value. */
    String key();

    /** Its value, as written. */
    String is();
  }

  /** The smallest and the largest number. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Between {
    /** The smallest number. */
    long min();

    /** The largest number. */
    long max();
  }

  /** How many items a list has; they are always distinct. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Items {
    /** The fewest. */
    int min();

    /** The most. */
    int max();
  }

  /** The shape of a text that has no type of its own. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Shaped {
    /** A regular expression that Java and ECMAScript read alike; it must match the whole text. */
    String pattern();

    /** The pattern in words, as in "must be ...". */
    String says();
  }
}
