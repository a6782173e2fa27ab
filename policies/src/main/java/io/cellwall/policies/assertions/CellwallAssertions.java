package io.cellwall.policies.assertions;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;

/**
 * The way into assertions about stacks.
 *
 * <pre>{@code
 * ResourceGraph graph = StackCapture.capture("acme", "eu-west-1-cell-03", MyStack::declare);
 * CellwallAssertions.assertThat(graph).in(inventory).crossesNoBoundary();
 * }</pre>
 */
public final class CellwallAssertions {

  private CellwallAssertions() {}

  /** Begins an assertion about what a stack declares: captured, from a state or a template. */
  public static StackAssert assertThat(ResourceGraph graph) {
    return new StackAssert(graph);
  }

  /**
   * A stack whose inventory is still to be named.
   *
   * @param graph what the stack declares
   */
  public record StackAssert(ResourceGraph graph) {

    /** Names the inventory whose boundaries the stack must not cross. */
    public BoundaryAssert in(Inventory inventory) {
      return new BoundaryAssert(graph, inventory);
    }
  }
}
