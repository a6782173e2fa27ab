package io.cellwall.fleet.change;

import java.util.Locale;

/** What becomes of a resource. */
public enum Action {
  /** It is made. */
  CREATE("+"),
  /** It stays, with other properties. */
  UPDATE("~"),
  /** It changes; nobody wrote down whether AWS can do so in place. */
  MAY_REPLACE("±?"),
  /** Another one takes its place, and it is deleted. */
  REPLACE("±"),
  /** It is deleted. */
  DELETE("-"),
  /** The engine keeps something else of it; AWS is not asked. */
  NONE("=");

  private final String sign;

  Action(String sign) {
    this.sign = sign;
  }

  /** A sign for it, of one or two characters. */
  public String sign() {
    return sign;
  }

  /** As people read it: {@code update (may replace)}. */
  public String words() {
    return this == MAY_REPLACE
        ? "update (may replace)"
        : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether the resource as it is goes away, or may. */
  public boolean mayLose() {
    return this == REPLACE || this == MAY_REPLACE || this == DELETE;
  }
}
