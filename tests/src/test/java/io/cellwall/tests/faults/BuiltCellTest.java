package io.cellwall.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.tests.engine.FleetStack;
import io.cellwall.tests.engine.HostedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole cell, built once on the real engine, and what is asked of it. */
@Tag("engine")
class BuiltCellTest {

  private static final String CELL = "eu-west-1-cell-03";
  private static final int OF_EACH_KIND = 1;

  @TempDir static Path folder;

  private static FaultlessStack cell;

  @BeforeAll
  static void build() throws IOException {
    cell = FaultlessStack.build(folder.resolve("faultless"), CELL);
    // An analysis tells the pack nothing of the stack's configuration, which names the inventory.
    Path regions = Files.createDirectory(cell.engine().project().resolve("regions"));
    Files.createSymbolicLink(
        regions.resolve("inventory"), folder.resolve("faultless").resolve("inventory"));
  }

  /** A sample of {@link FaultMatrix}: a few creations for each kind of fault, drawn by a seed. */
  @Test
  void it_should_be_the_same_wherever_faults_strike_while_it_is_built() {
    // GIVEN
    long seed =
        Optional.ofNullable(System.getProperty("faults.seed"))
            .map(Long::parseLong)
            .orElseGet(() -> new Random().nextLong(1_000_000));
    Map<Creation, FaultKind> faults = drawn(seed);

    // WHEN
    FaultChain.Result result;
    try {
      result =
          new FaultChain(
                  new HostedEngine(folder.resolve("faults")),
                  CELL,
                  new FleetStack(cell.program()),
                  faults,
                  List.of(),
                  line -> {})
              .run();
    } catch (AssertionError e) {
      throw new AssertionError(
          "with -Dfaults.seed=%d, %s: %s".formatted(seed, faults, e.getMessage()), e);
    }

    // THEN
    assertThat(result.met())
        .as("with -Dfaults.seed=%d", seed)
        .containsExactlyElementsOf(faults.keySet());
    assertThat(cell.built().differences(result.built()))
        .as("with -Dfaults.seed=%d, %s", seed, faults)
        .isEmpty();
  }

  private static Map<Creation, FaultKind> drawn(long seed) {
    List<Creation> drawn = new ArrayList<>(cell.creations());
    Collections.shuffle(drawn, new Random(seed));
    Map<Creation, FaultKind> faults = new TreeMap<>();
    Iterator<Creation> next = drawn.iterator();
    for (FaultKind kind : FaultKind.values()) {
      for (int i = 0; i < OF_EACH_KIND; i++) {
        faults.put(next.next(), kind);
      }
    }
    return faults;
  }

  @Test
  void its_state_should_pass_when_the_engine_has_the_policy_pack_analyze_it() {
    assertThat(analyze("--stack " + CELL, 0)).contains("cellwall");
  }

  @Test
  void a_crossing_in_its_state_should_be_found_when_the_engine_has_the_policy_pack_analyze_it()
      throws IOException {
    // GIVEN a state in which somebody by hand let a route lead to another's peering
    Path export = folder.resolve("crossing.json");
    String state = cell.engine().text("stack", "export", "--stack", CELL);
    String crossing =
        state.replaceFirst(
            "\"natGatewayId\": \"nat-[0-9a-f]+\"",
            "\"vpcPeeringConnectionId\": \"pcx-0fedcba9876543210\"");
    assertThat(crossing).isNotEqualTo(state);
    Files.writeString(export, crossing);

    // THEN
    assertThat(analyze("--file '" + export + "'", 1))
        .contains("ForeignReference", "pcx-0fedcba9876543210");
  }

  private static String analyze(String what, int exit) {
    return cell.engine()
        .shell(
            "pulumi policy analyze %s --policy-pack '%s' --non-interactive --color never; test $? = %d"
                .formatted(what, HostedEngine.PACK, exit));
  }
}
