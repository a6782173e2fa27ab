package io.cellwall.policies.iam.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of a policy document, in which policy variables and parts that are not known yet may
 * stand.
 *
 * @param raw the text as written, an unknown part as {@link #UNKNOWN}
 * @param variables whether <code>${…}</code> is a policy variable; not so before version
 *     2012-10-17, nor in actions
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables
 *     and tags</a>
 */
public record PolicyText(String raw, boolean variables) {

  /** Stands in a text for a part that is known only when the resources it derives from exist. */
  public static final char UNKNOWN = '\uE000';

  /** What is known of the request that a policy variable reads. */
  @FunctionalInterface
  public interface Variables {
    /** Nothing is known. */
    Variables NONE = key -> Optional.empty();

    /** The one value that the key surely has. */
    Optional<String> value(String key);
  }

  /** Text without variables. */
  public static PolicyText plain(String raw) {
    return new PolicyText(raw, false);
  }

  /** Tells whether a part of it is not known yet. */
  public boolean isUnknown() {
    return raw.indexOf(UNKNOWN) >= 0;
  }

  /** Tells whether it stands for one pattern, whatever is known of the request. */
  public boolean isFixed() {
    return !isUnknown() && (!variables || !raw.contains("${"));
  }

  /** The keys of the variables in it, as written. */
  public List<String> variableKeys() {
    List<String> keys = new ArrayList<>();
    if (variables) {
      for (int start = raw.indexOf("${"); start >= 0; start = raw.indexOf("${", start + 2)) {
        int end = raw.indexOf('}', start);
        if (end > start && !isEscape(raw.substring(start + 2, end))) {
          keys.add(key(raw.substring(start + 2, end)));
        }
      }
    }
    return keys;
  }

  /** Everything that it can stand for: unknown parts and unresolved variables are {@code *}. */
  public Glob widest(Variables known, boolean wildcards) {
    return Glob.coded(code(known, wildcards).text());
  }

  /** What it surely stands for; nothing if a part is unknown or a variable is not resolved. */
  public Optional<Glob> narrowest(Variables known, boolean wildcards) {
    Coded coded = code(known, wildcards);
    return coded.exact() ? Optional.of(Glob.coded(coded.text())) : Optional.empty();
  }

  private record Coded(String text, boolean exact) {}

  private Coded code(Variables known, boolean wildcards) {
    StringBuilder text = new StringBuilder(raw.length());
    boolean exact = true;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      int end = variables && raw.startsWith("${", i) ? raw.indexOf('}', i) : -1;
      if (end > 0) {
        String inside = raw.substring(i + 2, end);
        Optional<String> value = isEscape(inside) ? Optional.of(inside) : known.value(key(inside));
        exact &= value.isPresent();
        text.append(value.orElse(String.valueOf(Glob.ANY)));
        i = end;
      } else if (c == UNKNOWN) {
        exact = false;
        text.append(Glob.ANY);
      } else if (wildcards && c == '*') {
        text.append(Glob.ANY);
      } else if (wildcards && c == '?') {
        text.append(Glob.ONE);
      } else {
        text.append(c);
      }
    }
    return new Coded(text.toString(), exact);
  }

  /** <code>${*}</code>, <code>${?}</code> and <code>${$}</code> are the characters themselves. */
  private static boolean isEscape(String inside) {
    return inside.equals("*") || inside.equals("?") || inside.equals("$");
  }

  /**
   * The key of <code>${key}</code> or <code>${key, 'default'}</code>. A default is not resolved: it
   * is unknown.
   */
  private static String key(String inside) {
    int comma = inside.indexOf(',');
    return (comma < 0 ? inside : inside.substring(0, comma)).trim();
  }

  /** As written, an unknown part as {@code <unknown>}. */
  @Override
  public String toString() {
    return raw.replace(String.valueOf(UNKNOWN), "<unknown>");
  }
}
