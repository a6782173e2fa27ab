package io.cellwall.policies.iam.access;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.Params;
import com.microsoft.z3.ReExpr;
import com.microsoft.z3.SeqExpr;
import com.microsoft.z3.SeqSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import io.cellwall.policies.iam.access.SmallWorld.Line;
import io.cellwall.policies.iam.access.SmallWorld.Test;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Asks Z3 whether a small world allows any request at all: names, sessions and contexts are
 * unbounded there.
 */
@SuppressWarnings("unchecked") // Z3 takes arrays of generic expressions.
final class Z3Opinion implements AutoCloseable {

  private final Context z3 = new Context();
  private final SmallWorld world;
  private final IntExpr action = z3.mkIntConst("action");
  private final IntExpr session = z3.mkIntConst("session");
  private final Expr<SeqSort<CharSort>> name = z3.mkConst("name", z3.getStringSort());
  private final Map<String, Expr<SeqSort<CharSort>>> values = new HashMap<>();
  private final Map<String, BoolExpr> present = new HashMap<>();

  Z3Opinion(SmallWorld world) {
    this.world = world;
    fix("aws:PrincipalAccount", Samples.HOME);
    fix("aws:PrincipalArn", Samples.ROLE);
    fix("aws:RequestedRegion", "eu-west-1");
    fix("aws:PrincipalIsAWSService", "false");
    present.put("aws:SourceAccount", z3.mkFalse());
    values.put("aws:SourceAccount", z3.mkString(""));
    for (String key : SmallWorld.KEYS) {
      values.put(key, z3.mkConst(key, z3.getStringSort()));
      present.put(key, z3.mkBoolConst("has " + key));
    }
  }

  private void fix(String key, String value) {
    values.put(key, z3.mkString(value));
    present.put(key, z3.mkTrue());
  }

  /** Satisfiable: some request is allowed. */
  Status ask(int milliseconds) {
    Solver solver = z3.mkSolver();
    Params params = z3.mkParams();
    params.add("timeout", milliseconds);
    solver.setParameters(params);
    solver.add(
        z3.mkAnd(
            z3.mkGe(action, z3.mkInt(0)), z3.mkLt(action, z3.mkInt(SmallWorld.ACTIONS.size()))));
    solver.add(
        z3.mkAnd(
            z3.mkGe(session, z3.mkInt(0)), z3.mkLt(session, z3.mkInt(SmallWorld.SESSIONS.size()))));
    solver.add(allowed());
    return solver.check();
  }

  private BoolExpr allowed() {
    BoolExpr identity = allows(world.identity(), line -> true);
    BoolExpr bounds =
        z3.mkAnd(
            world.boundary().map(lines -> allows(lines, line -> true)).orElse(z3.mkTrue()),
            world.session().map(lines -> allows(lines, line -> true)).orElse(z3.mkTrue()));
    BoolExpr ceiling =
        world.control().map(lines -> allows(lines, line -> true)).orElse(z3.mkTrue());
    BoolExpr direct = named(1);
    BoolExpr byRole = named(2);
    BoolExpr any = named(3);
    BoolExpr granted =
        world.oneAccount()
            ? z3.mkOr(direct, z3.mkAnd(bounds, z3.mkOr(identity, byRole)))
            : z3.mkAnd(any, identity, bounds);
    return z3.mkAnd(granted, ceiling, z3.mkNot(denied()));
  }

  private BoolExpr denied() {
    List<BoolExpr> denies = new ArrayList<>();
    for (Optional<List<Line>> lines :
        List.of(
            Optional.of(world.identity()), world.boundary(), world.session(), world.control())) {
      lines.stream()
          .flatMap(List::stream)
          .filter(line -> !line.allow())
          .forEach(line -> denies.add(applies(line)));
    }
    for (List<Line> lines : List.of(world.queue(), world.ceiling())) {
      for (Line line : lines) {
        if (!line.allow()) {
          boolean always = line.notPrincipal() && world.boundary().isPresent();
          denies.add(always ? applies(line) : z3.mkAnd(applies(line), names(line, 3)));
        }
      }
    }
    return or(denies);
  }

  private BoolExpr allows(List<Line> lines, Predicate<Line> which) {
    return or(lines.stream().filter(Line::allow).filter(which).map(this::applies).toList());
  }

  private BoolExpr named(int depth) {
    return or(
        world.queue().stream()
            .filter(Line::allow)
            .map(line -> z3.mkAnd(applies(line), names(line, depth)))
            .toList());
  }

  /** How a line names the role: 1 directly, 2 at least as the role, 3 in any way. */
  private BoolExpr names(Line line, int depth) {
    List<BoolExpr> ways = new ArrayList<>();
    int level = line.notPrincipal() ? 3 : depth;
    for (String principal : line.principals()) {
      boolean matches =
          principal.equals("*")
              || (level >= 2 && principal.equals(Samples.ROLE))
              || (level >= 3
                  && (principal.equals(Samples.HOME)
                      || principal.equals("arn:aws:iam::111111111111:root")));
      if (matches) {
        ways.add(z3.mkTrue());
      }
      IntStream.range(0, SmallWorld.SESSIONS.size())
          .filter(i -> principal.endsWith(":assumed-role/cell-a-app/" + SmallWorld.SESSIONS.get(i)))
          .forEach(i -> ways.add(z3.mkEq(session, z3.mkInt(i))));
    }
    return line.notPrincipal() ? z3.mkNot(or(ways)) : or(ways);
  }

  private BoolExpr applies(Line line) {
    List<BoolExpr> actions = new ArrayList<>();
    for (int i = 0; i < SmallWorld.ACTIONS.size(); i++) {
      String each = SmallWorld.ACTIONS.get(i).toLowerCase(Locale.ROOT);
      if (line.actions().stream()
          .anyMatch(pattern -> wild(pattern.toLowerCase(Locale.ROOT), each))) {
        actions.add(z3.mkEq(action, z3.mkInt(i)));
      }
    }
    List<BoolExpr> resources =
        line.resources().stream()
            .map(pattern -> z3.mkInRe(name, regex(pattern, true, false)))
            .toList();
    BoolExpr acts = line.notAction() ? z3.mkNot(or(actions)) : or(actions);
    BoolExpr on = line.notResource() ? z3.mkNot(or(resources)) : or(resources);
    return z3.mkAnd(acts, on, line.test().map(this::holds).orElse(z3.mkTrue()));
  }

  private static boolean wild(String pattern, String text) {
    return text.matches(pattern.replace("?", ".").replace("*", ".*"));
  }

  private BoolExpr holds(Test test) {
    BoolExpr there = Objects.requireNonNull(present.get(test.key()));
    Expr<SeqSort<CharSort>> actual = Objects.requireNonNull(values.get(test.key()));
    if (test.operator().equals("Null")) {
      return test.values().contains("true") ? z3.mkNot(there) : there;
    }
    boolean exists =
        test.operator().endsWith("IfExists") || test.operator().startsWith("ForAllValues:");
    boolean any = test.operator().startsWith("ForAnyValue:");
    String operator = test.operator().replace("IfExists", "").replaceFirst("^For[A-Za-z]+:", "");
    boolean negated = operator.startsWith("StringNot");
    List<BoolExpr> matches =
        test.values().stream()
            .map(
                value ->
                    z3.mkInRe(
                        actual,
                        regex(value, operator.endsWith("Like"), operator.endsWith("IgnoreCase"))))
            .toList();
    BoolExpr match = negated ? z3.mkNot(or(matches)) : or(matches);
    boolean whenAbsent = exists || (negated && !any);
    return whenAbsent ? z3.mkOr(z3.mkNot(there), match) : z3.mkAnd(there, match);
  }

  private ReExpr<SeqSort<CharSort>> regex(String pattern, boolean wildcards, boolean ignoreCase) {
    ReExpr<SeqSort<CharSort>> regex = z3.mkToRe(z3.mkString(""));
    ReExpr<SeqSort<CharSort>> one = z3.mkAllcharRe(z3.mkReSort(z3.getStringSort()));
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      ReExpr<SeqSort<CharSort>> part;
      if (wildcards && c == '*') {
        part = z3.mkStar(one);
      } else if (wildcards && c == '?') {
        part = one;
      } else if (ignoreCase) {
        part = z3.mkUnion(text(Character.toLowerCase(c)), text(Character.toUpperCase(c)));
      } else {
        part = text(c);
      }
      regex = z3.mkConcat(regex, part);
    }
    return regex;
  }

  private ReExpr<SeqSort<CharSort>> text(char c) {
    SeqExpr<CharSort> string = z3.mkString(String.valueOf(c));
    return z3.mkToRe(string);
  }

  private BoolExpr or(List<BoolExpr> terms) {
    return terms.isEmpty() ? z3.mkFalse() : z3.mkOr(terms.toArray(BoolExpr[]::new));
  }

  @Override
  public void close() {
    z3.close();
  }
}
