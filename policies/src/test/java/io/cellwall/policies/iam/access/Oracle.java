package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.access.SmallWorld.Line;
import io.cellwall.policies.iam.access.SmallWorld.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides one request of a small world, written from AWS's description and with nothing of the
 * engine: regular expressions for patterns, one request at a time.
 */
final class Oracle {

  /** What can be said of who asks. */
  private enum Named {
    NO,
    BY_ACCOUNT,
    BY_ROLE,
    DIRECTLY
  }

  private static final Map<String, Pattern> PATTERNS = new HashMap<>();

  private final SmallWorld world;
  private final String session;
  private final String action;
  private final String name;
  private final Map<String, String> context;

  Oracle(
      SmallWorld world, String session, String action, String name, Map<String, String> context) {
    this.world = world;
    this.session = session;
    this.action = action;
    this.name = name;
    this.context = new HashMap<>(context);
    this.context.put("aws:PrincipalAccount", Samples.HOME);
    this.context.put("aws:PrincipalArn", Samples.ROLE);
    this.context.put("aws:RequestedRegion", "eu-west-1");
    this.context.put("aws:PrincipalIsAWSService", "false");
  }

  /** Every context of these keys, each with one of the values or absent. */
  static List<Map<String, String>> contexts(List<String> keys, List<String> values) {
    List<Map<String, String>> all = new ArrayList<>();
    all.add(Map.of());
    for (String key : keys) {
      List<Map<String, String>> longer = new ArrayList<>(all);
      for (String value : values) {
        for (Map<String, String> each : all) {
          Map<String, String> more = new HashMap<>(each);
          more.put(key, value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  boolean allows() {
    boolean identity = allows(world.identity());
    boolean boundary = world.boundary().map(this::allows).orElse(true);
    boolean passed = world.session().map(this::allows).orElse(true);
    if (!world.control().map(this::allows).orElse(true) || denied()) {
      return false;
    }
    Named named =
        world.queue().stream()
            .filter(line -> line.allow() && applies(line))
            .map(this::named)
            .max(Enum::compareTo)
            .orElse(Named.NO);
    if (!world.oneAccount()) {
      return named != Named.NO && identity && boundary && passed;
    }
    return named == Named.DIRECTLY || (boundary && passed && (identity || named == Named.BY_ROLE));
  }

  private boolean denied() {
    boolean own =
        Stream.of(Optional.of(world.identity()), world.boundary(), world.session(), world.control())
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .anyMatch(line -> !line.allow() && applies(line));
    return own
        || Stream.concat(world.queue().stream(), world.ceiling().stream())
            .filter(line -> !line.allow() && applies(line))
            .anyMatch(
                line ->
                    (line.notPrincipal() && world.boundary().isPresent())
                        || named(line) != Named.NO);
  }

  private boolean allows(List<Line> lines) {
    return lines.stream().anyMatch(line -> line.allow() && applies(line));
  }

  private boolean applies(Line line) {
    boolean actions =
        line.actions().stream()
            .anyMatch(each -> like(each.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT)));
    boolean resources =
        line.resources().stream()
            .anyMatch(each -> each.equals("*") || like(world.arn(each), world.arn(name)));
    return actions != line.notAction()
        && resources != line.notResource()
        && line.test().map(this::holds).orElse(true);
  }

  private Named named(Line line) {
    Named best = line.principals().stream().map(this::named).max(Enum::compareTo).orElse(Named.NO);
    return line.notPrincipal() ? (best == Named.NO ? Named.DIRECTLY : Named.NO) : best;
  }

  private Named named(String principal) {
    if (principal.equals("*")
        || principal.equals("arn:aws:sts::111111111111:assumed-role/cell-a-app/" + session)) {
      return Named.DIRECTLY;
    }
    if (principal.equals(Samples.ROLE)) {
      return Named.BY_ROLE;
    }
    boolean account =
        principal.equals(Samples.HOME) || principal.equals("arn:aws:iam::111111111111:root");
    return account ? Named.BY_ACCOUNT : Named.NO;
  }

  private boolean holds(Test test) {
    String value = context.get(test.key());
    String operator = test.operator();
    if (operator.equals("Null")) {
      return test.values().contains(String.valueOf(value == null));
    }
    boolean exists = operator.endsWith("IfExists");
    operator = exists ? operator.substring(0, operator.length() - 8) : operator;
    boolean forAll = operator.startsWith("ForAllValues:");
    boolean forAny = operator.startsWith("ForAnyValue:");
    operator = operator.substring(operator.indexOf(':') + 1);
    boolean negated = operator.startsWith("StringNot");
    if (value == null) {
      return exists || forAll || (negated && !forAny);
    }
    String plain = operator.replace("Not", "");
    boolean match = test.values().stream().anyMatch(each -> matches(plain, each, value));
    return match != negated;
  }

  private static boolean matches(String operator, String policy, String value) {
    return switch (operator) {
      case "StringLike" -> like(policy, value);
      case "StringEqualsIgnoreCase" -> policy.equalsIgnoreCase(value);
      default -> policy.equals(value);
    };
  }

  private static boolean like(String pattern, String text) {
    return PATTERNS.computeIfAbsent(pattern, Oracle::compile).matcher(text).matches();
  }

  private static Pattern compile(String pattern) {
    String regex =
        Arrays.stream(pattern.split("(?=[*?])|(?<=[*?])", -1))
            .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
            .reduce("", String::concat);
    return Pattern.compile(regex, Pattern.DOTALL);
  }
}
