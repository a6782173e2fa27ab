package io.cellwall.fleet.change;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows an id that a plan made up as the resource that it stands for: AWS makes up another one.
 *
 * @param graphs where the resources are, those of the later ones first
 */
record MadeUpIds(List<ResourceGraph> graphs) implements UnaryOperator<String> {

  private static final Pattern ID = Pattern.compile("\\b[a-z]{1,12}-[0-9a-f]{8,17}\\b");

  MadeUpIds {
    graphs = List.copyOf(graphs);
  }

  @Override
  public String apply(String text) {
    return ID.matcher(text).replaceAll(found -> Matcher.quoteReplacement(named(found.group())));
  }

  private String named(String id) {
    return graphs.stream()
        .flatMap(graph -> graph.named(id).stream())
        .map(Node::name)
        .findFirst()
        .map(name -> "(id of " + name + ")")
        .orElse(id);
  }
}
