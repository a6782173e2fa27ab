package io.cellwall.policies.ownership;

import io.cellwall.policies.census.Census;
import io.cellwall.policies.census.PropertyKind;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Surroundings;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that a node's inputs name, and all that is not known of them yet.
 *
 * @param found the references, in the order of the properties
 * @param unknown the paths of the properties, or parts of them, that are not known yet
 */
public record References(List<Reference> found, List<String> unknown) {

  /**
   * The same as the census's words and tags, where it knows nothing: in documents, and beyond AWS.
   */
  private static final Set<String> WORDS =
      Set.of("description", "comment", "tags", "tagsAll", "defaultTags", "Sid");

  private static final String SECRET = "secretString";

  /** How often what stands for another text may do so again. */
  private static final int DEEPEST = 3;

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
    return of(new NodeTexts(node), graph, home, index);
  }

  /** Reads a node of which others look at the texts too. */
  public static References of(NodeTexts texts, Surroundings graph, Home home, OwnerIndex index) {
    Node node = texts.node();
    Reader reader =
        new Reader(Optional.of(node), new TextReader(index, home, graph), texts::document);
    node.inputs().walk("", false, reader);
    return new References(reader.found, reader.unknown);
  }

  /** Reads a single text, as if it were the property of this name. */
  public static List<Reference> ofText(
      String property, String text, Surroundings graph, Home home, OwnerIndex index) {
    Reader reader =
        new Reader(Optional.empty(), new TextReader(index, home, graph), JsonText::parse);
    reader.text(property, text, false);
    return List.copyOf(reader.found);
  }

  private static final class Reader implements Value.Visitor {

    private final List<Reference> found = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Optional<Node> node;
    private final TextReader texts;
    private final Function<String, Optional<Value>> documentIn;
    private int documents;
    private int depth;

    Reader(Optional<Node> node, TextReader texts, Function<String, Optional<Value>> documentIn) {
      this.node = node;
      this.texts = texts;
      this.documentIn = documentIn;
    }

    @Override
    public void text(String path, String text, boolean secret) {
      Optional<PropertyKind> kind = kindOf(path);
      boolean bundle = (path.equals(SECRET) && mayName(text)) || text.contains("{{resolve:");
      // A rule of its own says that what is too long was not read.
      if ((isUnread(path, kind) && !bundle) || text.length() > JsonText.LONGEST) {
        return;
      }
      boolean hidden = secret || bundle;
      documentIn
          .apply(text)
          .ifPresentOrElse(
              document -> readDocument(path, document, hidden),
              () -> readPlain(path, kind, text, hidden));
    }

    // What a secret of Secrets Manager holds: a password, which may look like anything, or what a
    // client needs to find its server.
    private static boolean mayName(String text) {
      return text.startsWith("{") || text.contains("arn:aws") || text.contains("://");
    }

    private void readPlain(String path, Optional<PropertyKind> kind, String text, boolean secret) {
      Optional<String> plain = Encoded.plain(text);
      if (plain.isEmpty()) {
        texts.read(path, kind, text, secret, this::add);
      } else if (depth < DEEPEST) {
        depth++;
        text(path, plain.get(), secret);
        depth--;
      }
    }

    // The census knows the property that holds the document, not what stands inside it.
    private void readDocument(String path, Value document, boolean secret) {
      documents++;
      document.walk(path, secret, this);
      documents--;
    }

    @Override
    public void key(String path, String key) {
      if (!isUnread(path, kindOf(path))) {
        texts.read(path, Optional.empty(), key, false, this::add);
      }
    }

    // An account that was not put in quotes: its leading zeros are lost.
    @Override
    public void number(String path, BigDecimal number, boolean secret) {
      Optional<PropertyKind> kind = kindOf(path);
      if (!isUnread(path, kind)
          && number.scale() <= 0
          && number.precision() - number.scale() <= 12) {
        texts.readNumber(path, kind, number.toBigInteger(), secret, this::add);
      }
    }

    @Override
    public void unknown(String path) {
      Optional<PropertyKind> kind = kindOf(path);
      if (kind.isPresent() ? !kind.get().namesNothing() : !isWords(path)) {
        unknown.add(path);
      }
    }

    private Optional<PropertyKind> kindOf(String path) {
      return documents > 0
          ? InDocuments.kindOf(path)
          : node.flatMap(each -> Census.provided().kindOf(each.type(), path));
    }

    // A plain name that comes from a resource by wiring is that resource's.
    private void add(Reference reference) {
      boolean plain =
          reference.kind() == Reference.Kind.NAME && reference.owner() instanceof Owner.Unknown;
      if (!plain || !isWired(reference.property())) {
        found.add(reference);
      }
    }

    private boolean isWired(String path) {
      String property = Value.Fields.first(path);
      return node.filter(each -> each.propertyDependencies().containsKey(property)).isPresent();
    }

    private static boolean isUnread(String path, Optional<PropertyKind> kind) {
      return kind.isPresent() ? kind.get().isUnread() : isWords(path);
    }

    private static boolean isWords(String path) {
      for (int from = 0; from < path.length(); ) {
        int end = Value.Fields.endOfKey(path, from);
        if (WORDS.contains(path.substring(from, end))) {
          return true;
        }
        from = end + 1;
      }
      return false;
    }
  }
}
