package io.cellwall.fleet.deploy;

import io.cellwall.fleet.engine.StackState;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.regions.model.StackName;
import java.util.List;
import java.util.Optional;

/**
 * What the stack says of itself, in a parameter of its own account: the last thing that it makes.
 *
 * @param stack the stack
 * @param parameter the parameter's name
 * @param region the parameter's region
 * @param text what it says; empty if the state keeps it secret
 */
record PublishedDescriptor(
    StackName stack, String parameter, String region, Optional<String> text) {

  private static final String PARAMETER = "aws:ssm/parameter:Parameter";

  /** The descriptor of a stack, if it got so far as to publish one. */
  static Optional<PublishedDescriptor> of(StackProgram program, StackState state) {
    String prefix = "/cellwall/" + program.name() + "/";
    return List.of("descriptor", "facts").stream()
        .flatMap(name -> state.find(PARAMETER, prefix + name).stream())
        .findFirst()
        .map(
            held ->
                new PublishedDescriptor(
                    program.name(),
                    held.id(),
                    program.region().code(),
                    Optional.ofNullable(held.texts().get("value"))));
  }

  /** The command that reads it from AWS. */
  String read() {
    return "aws ssm get-parameter --region %s --name %s --query Parameter.Value --output text"
        .formatted(region, parameter);
  }

  /** Whether the inventory records what it says: what is above the zones it does not. */
  boolean isAdmitted() {
    return !(stack instanceof StackName.OfGlobalEdge);
  }
}
