package io.cellwall.regions.reading;

import io.cellwall.regions.model.EdgeFacts;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the facts of edges into the text of their zone's file, and leaves everything else as it
 * is. Facts that are there already are replaced whole, with the remarks among them.
 */
public final class ZoneFactsEdit {

  private static final String KEY = "facts";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./:-]*[A-Za-z0-9]");

  // JSON is YAML.
  private static final JsonMapper JSON = new JsonMapper();

  private final String text;
  private final String lineBreak;

  private ZoneFactsEdit(String text) {
    this.text = text;
    this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /**
   * The text of a valid zone's file with the facts of the zone's edge.
   *
   * @throws IllegalArgumentException if the text is not a mapping
   */
  public static String with(String text, ZoneFacts facts) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("nameServers", texts(facts.nameServers()));
    facts.delegationSigner().ifPresent(signer -> written.put("delegationSigner", signer));
    return new ZoneFactsEdit(text).put(List.of(), written);
  }

  /**
   * The text of a valid zone's file with the facts of one region's edge.
   *
   * @throws IllegalArgumentException if the text is not a mapping that has the region's edge
   */
  public static String with(String text, Region region, EdgeFacts facts) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("name", facts.certificateRecord().name());
    record.put("target", facts.certificateRecord().target());
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("loadBalancer", facts.loadBalancer());
    written.put("attachment", facts.attachment());
    written.put("certificateRecord", record);
    if (!facts.cellNameServers().isEmpty()) {
      written.put("cellNameServers", texts(facts.cellNameServers()));
    }
    return new ZoneFactsEdit(text).put(List.of("edges", region.code()), written);
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private String put(List<String> path, Map<String, Object> facts) {
    Node node =
        YamlTree.parse(text, new Problems("zone", "zone"))
            .orElseThrow(() -> new IllegalArgumentException("the file is not YAML"));
    for (String key : path) {
      node =
          find(mapping(node, key), key)
              .map(NodeTuple::getValueNode)
              .orElseThrow(() -> new IllegalArgumentException("the file has no " + key));
    }
    MappingNode parent = mapping(node, KEY);
    Optional<NodeTuple> old = find(parent, KEY);
    return parent.getFlowStyle() == FlowStyle.FLOW
        ? flow(parent, old, facts)
        : block(parent, old, facts);
  }

  private String flow(MappingNode parent, Optional<NodeTuple> old, Map<String, Object> facts) {
    String value = JSON.writeValueAsString(facts);
    if (old.isPresent()) {
      Node node = old.get().getValueNode();
      return spliced(offset(node.getStartMark()), end(node), value);
    }
    int brace = offset(parent.getEndMark()) - 1;
    return spliced(brace, brace, (parent.getValue().isEmpty() ? "" : ", ") + KEY + ": " + value);
  }

  private String block(MappingNode parent, Optional<NodeTuple> old, Map<String, Object> facts) {
    String margin = " ".repeat(column(parent));
    List<String> lines = new ArrayList<>(List.of(KEY + ":"));
    lines(facts, "  ").forEach(line -> lines.add(margin + line));
    String value = String.join(lineBreak, lines);
    if (old.isPresent()) {
      NodeTuple tuple = old.get();
      return spliced(offset(tuple.getKeyNode().getStartMark()), end(tuple.getValueNode()), value);
    }
    // After the line on which the last value ends, which may carry a remark.
    int line = text.indexOf(lineBreak, end(parent));
    int at = line < 0 ? text.length() : line;
    return spliced(at, at, lineBreak + margin + value);
  }

  private static List<String> lines(Map<?, ?> mapping, String margin) {
    List<String> lines = new ArrayList<>();
    mapping.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner) {
            lines.add(margin + key + ":");
            lines.addAll(lines(inner, margin + "  "));
          } else if (value instanceof List<?> list) {
            lines.add(margin + key + ":");
            list.forEach(item -> lines.add(margin + "  - " + scalar(item)));
          } else {
            lines.add(margin + key + ": " + scalar(value));
          }
        });
    return lines;
  }

  private static String scalar(Object value) {
    String plain = value.toString();
    return PLAIN.matcher(plain).matches() ? plain : JSON.writeValueAsString(plain);
  }

  private String spliced(int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }

  private static MappingNode mapping(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw new IllegalArgumentException("what holds " + key + " is not a mapping");
  }

  private static Optional<NodeTuple> find(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(
            tuple -> tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
        .findFirst();
  }

  private static int column(MappingNode mapping) {
    return mapping.getValue().isEmpty()
        ? 0
        : mapping.getValue().get(0).getKeyNode().getStartMark().map(Mark::getColumn).orElse(0);
  }

  // A block ends where the next key starts, after the remarks in between: its last item tells.
  private int end(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      int last = collection.getValue().size() - 1;
      return node instanceof SequenceNode list
          ? end(list.getValue().get(last))
          : end(((MappingNode) node).getValue().get(last).getValueNode());
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
}
