package io.cellwall.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.engine.Outcome;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.rehearsal.cloud.Cloud;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.tests.engine.FleetStack;
import io.cellwall.tests.engine.HostedEngine;
import java.nio.file.Path;
import java.util.List;

/**
 * A stack that was built without a fault: what every other must end as.
 *
 * @param engine what built it
 * @param program what declares it; memoized, so that an update costs what the engine costs
 * @param creations where a fault can strike, in the order of URNs
 * @param built the stack as the engine has it
 */
record FaultlessStack(
    HostedEngine engine, StackProgram program, List<Creation> creations, BuiltStack built) {

  /** Builds one in a new folder. */
  static FaultlessStack build(Path folder, String stack) {
    StackProgram program =
        Stacks.find(
                InventoryReader.read(
                        Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
                    .inventory()
                    .orElseThrow(),
                stack)
            .orElseThrow();
    HostedEngine engine = new HostedEngine(folder);
    engine.init(stack);
    Outcome up = engine.run(stack, new FleetStack(program), "up", "--skip-preview", "--yes");
    assertThat(up.succeeded()).as("%s", up.errors()).isTrue();
    List<CloudObject> objects = new Cloud(engine.cloud(), List.of()).objects();
    List<Creation> creations = objects.stream().map(Creation::of).sorted().toList();
    assertThat(creations).isNotEmpty().doesNotHaveDuplicates();
    return new FaultlessStack(
        engine,
        program,
        creations,
        BuiltStack.of(engine.text("stack", "export", "--show-secrets", "--stack", stack), objects));
  }
}
