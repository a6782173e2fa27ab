package io.cellwall.policies.pulumi;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a program asks of the engine for one resource, free of the SDK's types.
 *
 * @param kind what it registers or reads
 * @param type type token
 * @param name logical name
 * @param parent URN of the parent; empty for the stack itself
 * @param readId for a read, the id of what is read
 * @param inputs what the program passes
 * @param provider URN of the explicit provider
 * @param dependencies URNs
 * @param propertyDependencies URNs by input
 * @param options further options
 * @param outputNames the outputs that the program's class of this type declares
 */
record Registration(
    Node.Kind kind,
    String type,
    String name,
    Optional<String> parent,
    Optional<String> readId,
    Value.Fields inputs,
    Optional<String> provider,
    Set<String> dependencies,
    Map<String, Set<String>> propertyDependencies,
    Node.Options options,
    List<String> outputNames) {

  /**
   * What the program gets back.
   *
   * @param urn the node's URN
   * @param id its id; empty for a component
   * @param state inputs, known outputs, and the unknown ones
   */
  record Answer(String urn, Optional<String> id, Value.Fields state) {}

  /** A call of a function. */
  record Invocation(String token, Value.Fields arguments, Optional<String> provider) {}
}
