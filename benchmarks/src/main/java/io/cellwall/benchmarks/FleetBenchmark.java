package io.cellwall.benchmarks;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.network.NetworkProof;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.ownership.References;
import io.cellwall.policies.proof.FleetProof;
import io.cellwall.policies.proof.access.AccessProof;
import io.cellwall.policies.proof.inventory.AdmittedNames;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.inventory.InventoryConnectors;
import io.cellwall.policies.proof.inventory.ReadDoor;
import io.cellwall.regions.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One full cell, and whole fleets of them, after planning. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FleetBenchmark {

  /** How many cells. */
  @Param({"12", "100", "1000"})
  public int cells;

  private GeneratedFleet fleet;

  /** Makes the fleet; planning is not measured. */
  @Setup
  public void generate() {
    fleet = GeneratedFleet.of(Path.of("regions", "inventory"), cells);
  }

  /** Who owns what every resource of a cell names. */
  @Benchmark
  public int ownershipOfOneCell() {
    ResourceGraph cell = fleet.graphs().get(0);
    OwnerIndex index = new OwnerIndex(fleet.inventory());
    Home home = index.home(cell.stack()).orElseThrow();
    int found = 0;
    for (Node node : cell.nodes()) {
      found += References.of(node, cell, home, index).found().size();
    }
    return found;
  }

  /** Every rule over one cell. */
  @Benchmark
  public List<Finding> rulesOverOneCell() {
    return Judge.of(fleet.inventory()).judge(fleet.graphs().get(0));
  }

  /** The proof of access alone. */
  @Benchmark
  public AccessProof accessOfFleet() {
    return AccessProof.of(
        fleet.graphs(),
        new FleetAccounts(fleet.inventory()),
        ReadDoor.of(fleet.inventory()),
        Access.ofBundledActions());
  }

  /** The proof of the network alone. */
  @Benchmark
  public NetworkProof networkOfFleet() {
    AdmittedNames names = new AdmittedNames(fleet.inventory());
    return NetworkProof.of(
        fleet.graphs().stream().map(names::in).toList(), InventoryConnectors.of(fleet.inventory()));
  }

  /** Every rule over every stack, and the three proofs. */
  @Benchmark
  public FleetProof wholeFleet() {
    FleetProof proof =
        FleetProof.of(fleet.inventory(), fleet.graphs(), Judge.of(fleet.inventory())::judge);
    if (!proof.objections().isEmpty()) {
      throw new IllegalStateException("the generated fleet is not clean: " + proof.objections());
    }
    return proof;
  }
}
