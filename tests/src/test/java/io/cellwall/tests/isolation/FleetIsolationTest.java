package io.cellwall.tests.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every stack of the inventory, declared by the real program and judged by every rule. */
class FleetIsolationTest {

  private final Inventory inventory = ExampleFleet.read();
  private final Judge judge = Judge.of(inventory);

  @TestFactory
  Stream<DynamicTest> no_stack_should_cross_a_wall() {
    List<StackProgram> stacks = Stacks.of(inventory);
    assertThat(stacks).hasSizeGreaterThan(12);
    return stacks.stream()
        .map(
            stack ->
                DynamicTest.dynamicTest(
                    stack.name().value(),
                    () -> {
                      ResourceGraph graph = capture(stack, context -> {});
                      assertThat(graph.of(Node.Kind.RESOURCE)).isNotEmpty();
                      assertThat(judge.judge(graph)).allMatch(FleetIsolationTest::isDeclared);
                    }));
  }

  @Test
  void should_find_a_route_to_another_cells_peering_in_the_stack_that_has_it() {
    // GIVEN a cell's stack with one more route, to a peering that the cell does not have
    StackProgram cell = Stacks.find(inventory, "eu-west-1-cell-01").orElseThrow();
    ResourceGraph graph =
        capture(
            cell,
            context ->
                new Route(
                    "leak",
                    RouteArgs.builder()
                        .routeTableId("rtb-0123456789abcdef0")
                        .destinationCidrBlock("10.16.0.0/16")
                        .vpcPeeringConnectionId("pcx-0fedcba9876543210")
                        .build()));

    // WHEN it is judged
    List<Finding> findings =
        judge.judge(graph).stream().filter(finding -> !isDeclared(finding)).toList();

    // THEN the route, and nothing else, is blocked
    assertThat(findings).isNotEmpty().allMatch(Finding::blocks);
    assertThat(findings).extracting(Finding::subject).allMatch(urn -> urn.endsWith("::leak"));
    assertThat(findings).extracting(Finding::message).anyMatch(m -> m.contains("pcx-0fedcba98"));
  }

  // A pair that the inventory declares is legal, and shown in every report.
  private static boolean isDeclared(Finding finding) {
    return finding.rule().equals("DeclaredConnector") && !finding.blocks();
  }

  private static ResourceGraph capture(
      StackProgram stack, java.util.function.Consumer<Context> more) {
    return StackCapture.capture(
        "cellwall",
        stack.name().value(),
        context -> {
          stack.declare(context);
          more.accept(context);
        });
  }
}
