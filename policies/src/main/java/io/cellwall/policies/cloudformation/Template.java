package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Home;
import io.cellwall.regions.model.StateBackend;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A CloudFormation template and what is known of its deployment.
 *
 * @param file where it was read
 * @param name name of the CloudFormation stack; of a lone template, its file's without the suffix
 * @param assembly whether a cloud assembly says where it goes; else it goes to the stack's home
 * @param account the account of the deployment, where the assembly says so
 * @param region its region, where the assembly says so
 * @param tags the tags that the deployment gives to every resource
 * @param document the template
 */
public record Template(
    String file,
    String name,
    boolean assembly,
    Optional<String> account,
    Optional<String> region,
    SortedMap<String, String> tags,
    Value.Fields document) {

  /** How the name of a stack's control plane begins; the rest is the stack's name. */
  public static final String CONTROL_PLANE = StateBackend.PREFIX;

  public Template {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(tags)));
  }

  /** The stack of the inventory that it is for, by its name: {@code control-plane-<stack>}. */
  public String stack() {
    return name.startsWith(CONTROL_PLANE) ? name.substring(CONTROL_PLANE.length()) : name;
  }

  /**
   * Its resources as the graph of a stack.
   *
   * @param stack the stack of the inventory
   * @param home what the inventory gives to it, if it has it
   * @throws io.cellwall.policies.graph.UnreadableGraphException if it is no template
   */
  public ResourceGraph graph(String stack, Optional<Home> home) {
    return new TemplateGraph(this, stack, home).graph();
  }
}
