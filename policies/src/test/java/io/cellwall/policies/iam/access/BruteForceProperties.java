package io.cellwall.policies.iam.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** The engine against all requests of a small world, tried one by one. */
class BruteForceProperties {

  private static final List<String> NAMES = names();
  private static final List<String> VALUES = List.of("p", "q", "P", "pq", "any-other-value");

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of(""));
    for (int from = 0, length = 0; length < 3; length++) {
      int to = names.size();
      for (; from < to; from++) {
        for (String letter : List.of("a", "b", "x")) {
          names.add(names.get(from) + letter);
        }
      }
    }
    return names;
  }

  @Provide
  Arbitrary<SmallWorld> worlds() {
    return SmallWorld.any();
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void should_agree_with_every_request_tried(@ForAll("worlds") SmallWorld world) {
    // WHEN
    AccessVerdict verdict = world.verdict();
    // THEN
    Statistics.collect(verdict.getClass().getSimpleName());
    if (verdict instanceof AccessVerdict.Proven) {
      assertThat(firstAllowed(world)).as("an allowed request of what is proven").isEmpty();
    } else if (verdict instanceof AccessVerdict.Witness witness) {
      confirm(world, witness);
    }
  }

  private static String firstAllowed(SmallWorld world) {
    for (String session : world.sessions()) {
      for (String action : SmallWorld.ACTIONS) {
        for (String name : NAMES) {
          for (Map<String, String> context : Oracle.contexts(world.keys(), VALUES)) {
            if (new Oracle(world, session, action, name, context).allows()) {
              return session + " " + action + " " + name + " " + context;
            }
          }
        }
      }
    }
    return "";
  }

  /**
   * A witness holds for every context that agrees with the one it shows, and for every session if
   * it names none.
   */
  private static void confirm(SmallWorld world, AccessVerdict.Witness witness) {
    String name = witness.resource().substring(world.arn("").length());
    for (String session : SmallWorld.SESSIONS) {
      if (witness.principal().contains("(session")
          && !witness.principal().endsWith("(session " + session + ")")) {
        continue;
      }
      for (Map<String, String> context : Oracle.contexts(world.keys(), VALUES)) {
        assertThat(
                new Oracle(world, session, witness.action(), name, overlay(context, witness))
                    .allows())
            .as("%s in session %s and context %s", witness, session, context)
            .isTrue();
      }
    }
  }

  private static Map<String, String> overlay(
      Map<String, String> context, AccessVerdict.Witness witness) {
    Map<String, String> all = new HashMap<>(context);
    witness
        .context()
        .forEach(
            (key, value) -> {
              if (value.equals("(absent)")) {
                all.remove(key);
              } else {
                all.put(
                    key, value.startsWith("[") ? value.substring(1, value.length() - 1) : value);
              }
            });
    return all;
  }
}
