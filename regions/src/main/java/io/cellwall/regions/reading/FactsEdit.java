package io.cellwall.regions.reading;

import io.cellwall.regions.model.CellFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Writes a cell's facts into the text of its file, and leaves everything else as it is. */
public final class FactsEdit {

  private final String text;
  private final String lineBreak;

  private FactsEdit(String text) {
    this.text = text;
    this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /**
   * The text of a valid cell's file with these facts in place of those that it has, or at its end.
   * Remarks, order, and the style of what is there stay.
   *
   * @throws IllegalArgumentException if the text is not a mapping, or its facts are not one
   */
  public static String with(String text, CellFacts facts) {
    return new FactsEdit(text).with(facts);
  }

  private String with(CellFacts facts) {
    Node root =
        YamlTree.parse(text, new Problems("cell", "cell"))
            .orElseThrow(() -> new IllegalArgumentException("the file is not YAML"));
    Optional<Node> written = valueOf(root, "facts");
    if (written.isEmpty()) {
      return appended(facts);
    }
    Node service = required(written.get(), "endpointService");
    Node servers = required(written.get(), "nameServers");
    String names = list(servers, facts);
    // The later one first, so that the place of the other still holds.
    return offset(service.getStartMark()) < offset(servers.getStartMark())
        ? replaced(replaced(text, servers, names), service, facts.endpointService())
        : replaced(replaced(text, service, facts.endpointService()), servers, names);
  }

  private String appended(CellFacts facts) {
    StringBuilder result = new StringBuilder(text);
    if (!text.endsWith("\n")) {
      result.append(lineBreak);
    }
    result.append("facts:").append(lineBreak);
    result.append("  endpointService: ").append(facts.endpointService()).append(lineBreak);
    result.append("  nameServers:").append(lineBreak);
    facts.nameServers().forEach(server -> result.append("    - ").append(server).append(lineBreak));
    return result.toString();
  }

  private String list(Node servers, CellFacts facts) {
    List<String> names = facts.nameServers().stream().map(Object::toString).toList();
    if (!(servers instanceof SequenceNode list)) {
      throw new IllegalArgumentException("facts.nameServers is not a list");
    }
    if (list.getFlowStyle() == FlowStyle.FLOW) {
      return "[" + String.join(", ", names) + "]";
    }
    String margin = " ".repeat(servers.getStartMark().map(Mark::getColumn).orElse(0));
    return names.stream().collect(Collectors.joining(lineBreak + margin + "- ", "- ", ""));
  }

  // A block ends where the next key starts, after the remarks in between: its last item tells.
  private int end(Node node) {
    if (node instanceof SequenceNode list
        && list.getFlowStyle() == FlowStyle.BLOCK
        && !list.getValue().isEmpty()) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    return offset(node.getEndMark());
  }

  // Marks count code points; Java counts half of some of them.
  private int offset(Optional<Mark> mark) {
    int codePoints =
        mark.map(Mark::getIndex)
            .orElseThrow(() -> new IllegalArgumentException("a value has no place"));
    return text.offsetByCodePoints(0, codePoints);
  }

  private static Node required(Node mapping, String key) {
    return valueOf(mapping, key)
        .orElseThrow(() -> new IllegalArgumentException("facts has no " + key));
  }

  private static Optional<Node> valueOf(Node node, String key) {
    if (!(node instanceof MappingNode mapping)) {
      throw new IllegalArgumentException("what holds " + key + " is not a mapping");
    }
    return mapping.getValue().stream()
        .filter(
            tuple -> tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private String replaced(String in, Node node, String by) {
    return in.substring(0, offset(node.getStartMark())) + by + in.substring(end(node));
  }
}
