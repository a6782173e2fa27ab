package io.cellwall.cell.observability.slo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A PromQL instant vector selector: a series' name and matchers, quoted here and nowhere else.
 *
 * @param series name of the metric or recorded series
 * @param matchers what its labels must be, in the order they are written
 */
public record Selector(String series, List<Matcher> matchers) {

  // https://prometheus.io/docs/concepts/data_model/: the names that every version reads unquoted
  private static final Pattern SERIES = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  public Selector {
    if (!SERIES.matcher(series).matches()) {
      throw new IllegalArgumentException(
          "\"" + series + "\" is not the name of a series: letters, digits, _ and :");
    }
    matchers = List.copyOf(matchers);
  }

  /** All series of that name. */
  public static Selector of(String series) {
    return new Selector(series, List.of());
  }

  /** Only those whose labels have these values. */
  public Selector where(Map<String, String> labels) {
    Selector result = this;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      result = result.and(new Matcher(label.getKey(), "=", label.getValue()));
    }
    return result;
  }

  /** Only those whose label has this value. */
  public Selector where(String label, String value) {
    return and(new Matcher(label, "=", value));
  }

  /** Only those whose label matches the whole regular expression. */
  public Selector matching(String label, String regex) {
    return and(new Matcher(label, "=~", regex));
  }

  /** Only those whose label does not match the regular expression. */
  public Selector notMatching(String label, String regex) {
    return and(new Matcher(label, "!~", regex));
  }

  private Selector and(Matcher matcher) {
    Map<String, Matcher> all = new LinkedHashMap<>();
    matchers.forEach(one -> all.put(one.label + one.operator, one));
    all.put(matcher.label + matcher.operator, matcher);
    return new Selector(series, List.copyOf(all.values()));
  }

  /** The selector over a range: {@code series{...}[5m]}. */
  public String over(String range) {
    return this + "[" + range + "]";
  }

  /** The selector as PromQL. */
  @Override
  public String toString() {
    return matchers.isEmpty()
        ? series
        : series + "{" + String.join(",", matchers.stream().map(Matcher::toString).toList()) + "}";
  }

  /**
   * What a label must be.
   *
   * @param label name of the label
   * @param operator {@code =}, {@code =~} or {@code !~}
   * @param value the value or regular expression, not yet quoted
   */
  public record Matcher(String label, String operator, String value) {

    public Matcher {
      if (!LABEL.matcher(label).matches()) {
        throw new IllegalArgumentException(
            "\"" + label + "\" is not the name of a label: letters, digits and _");
      }
    }

    /** The matcher as PromQL; the value quoted as Go quotes. */
    @Override
    public String toString() {
      String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
      return label + operator + "\"" + quoted + "\"";
    }
  }
}
