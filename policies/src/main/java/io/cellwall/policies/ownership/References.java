package io.cellwall.policies.ownership;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Surroundings;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All that a node's inputs name, and all that is not known of them yet.
 *
 * @param found the references, in the order of the properties
 * @param unknown the paths of the properties, or parts of them, that are not known yet
 */
public record References(List<Reference> found, List<String> unknown) {

  /** Properties that hold words for people, and tags, whose walls a rule of their own checks. */
  private static final Set<String> WORDS =
      Set.of("description", "comment", "tags", "tagsAll", "defaultTags", "Sid");

  public References {
    found = List.copyOf(found);
    unknown = List.copyOf(unknown);
  }

  /**
   * Reads a node of a graph.
   *
   * @param node the node; its inputs are read at any depth, policy documents inside texts too
   * @param graph what is declared besides it, so that an id is known to be the stack's own
   * @param home what the inventory gives to the stack
   * @param index who owns what
   */
  public static References of(Node node, Surroundings graph, Home home, OwnerIndex index) {
    Reader reader = new Reader(new TextReader(index, home, graph));
    node.inputs().walk("", false, reader);
    return new References(reader.found, reader.unknown);
  }

  /** Reads a single text, as if it were the property of this name. */
  public static List<Reference> ofText(
      String property, String text, Surroundings graph, Home home, OwnerIndex index) {
    Reader reader = new Reader(new TextReader(index, home, graph));
    reader.text(property, text, false);
    return List.copyOf(reader.found);
  }

  private static final class Reader implements Value.Visitor {

    private final List<Reference> found = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final TextReader texts;

    Reader(TextReader texts) {
      this.texts = texts;
    }

    @Override
    public void text(String path, String text, boolean secret) {
      // A rule of its own says that it was not read.
      if (isWords(path) || text.length() > JsonText.LONGEST) {
        return;
      }
      JsonText.parse(text)
          .ifPresentOrElse(
              document -> document.walk(path, secret, this),
              () -> texts.read(path, text, secret, found::add));
    }

    @Override
    public void key(String path, String key) {
      if (!isWords(path)) {
        texts.read(path, key, false, found::add);
      }
    }

    // An account that was not put in quotes: its leading zeros are lost.
    @Override
    public void number(String path, BigDecimal number, boolean secret) {
      if (!isWords(path) && number.scale() <= 0 && number.precision() - number.scale() <= 12) {
        texts.readNumber(path, number.toBigInteger(), secret, found::add);
      }
    }

    @Override
    public void unknown(String path) {
      if (!isWords(path)) {
        unknown.add(path);
      }
    }

    private static boolean isWords(String path) {
      for (String key : path.split("[.\\[]", -1)) {
        if (WORDS.contains(key)) {
          return true;
        }
      }
      return false;
    }
  }
}
