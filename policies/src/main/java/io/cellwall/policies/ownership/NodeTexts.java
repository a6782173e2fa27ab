package io.cellwall.policies.ownership;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts among a node's inputs, and the JSON inside them. The inputs are walked and each text is
 * parsed once, however many look at them. Not for use by more than one thread.
 */
public final class NodeTexts {

  /**
   * A text.
   *
   * @param path its property, as {@link Value.Visitor} writes paths
   * @param text the text
   * @param secret whether it must never be shown
   */
  public record Held(String path, String text, boolean secret) {

    /** The text, or a marker where it is secret. */
    public String shown() {
      return secret ? "(secret)" : text;
    }
  }

  private final Node node;
  private final Map<String, JsonText> parsed = new HashMap<>();
  private @Nullable List<Held> all;

  /** The texts of a node; nothing is read yet. */
  public NodeTexts(Node node) {
    this.node = node;
  }

  /** The node. */
  public Node node() {
    return node;
  }

  /** Every text at any depth, in the order of the properties; not those inside JSON. */
  public List<Held> all() {
    List<Held> known = all;
    if (known == null) {
      List<Held> texts = new ArrayList<>();
      node.inputs()
          .walk("", false, (path, text, secret) -> texts.add(new Held(path, text, secret)));
      known = List.copyOf(texts);
      all = known;
    }
    return known;
  }

  /** The JSON inside a text of this node, or inside a text of such JSON. */
  public JsonText json(String text) {
    return JsonText.mayBeIn(text)
        ? parsed.computeIfAbsent(text, JsonText::read)
        : JsonText.read(text);
  }

  /** The document inside a text; empty if it is none, or one that cannot be read. */
  public Optional<Value> document(String text) {
    return json(text).document();
  }
}
