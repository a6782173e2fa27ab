package io.cellwall.policies.iam.document;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads policy documents strictly: what AWS would not take, and what is not understood, becomes a
 * problem of the document and never a silent pass.
 *
 * <p>A part that is not known yet is a text with {@link PolicyText#UNKNOWN} in it; it may stand for
 * a part of a text, for a whole text, or for a whole element.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the IAM JSON policy language</a>
 */
public final class PolicyParser {

  /**
   * Longest document in characters. AWS's own limit is 20 kB for bucket policies and lower for all
   * others.
   */
  public static final int MAX_LENGTH = 262_144;

  /** Problems that are kept of one document. */
  static final int MAX_PROBLEMS = 50;

  private static final int MAX_DEPTH = 12;
  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_LENGTH)
                          .maxNumberLength(32)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String name;
  private final PolicyKind kind;
  private final List<PolicyProblem> problems = new ArrayList<>();

  private PolicyParser(String name, PolicyKind kind) {
    this.name = name;
    this.kind = kind;
  }

  /**
   * Reads a document.
   *
   * @param name for people to read: what it is attached to, and its own name
   * @param kind where it stands
   * @param json the document
   */
  public static PolicyDocument parse(String name, PolicyKind kind, String json) {
    if (json.equals(String.valueOf(PolicyText.UNKNOWN))) {
      return PolicyDocument.unknown(name, kind);
    }
    if (json.length() > MAX_LENGTH) {
      return unreadable(
          name, kind, "has " + json.length() + " characters; at most " + MAX_LENGTH + " are read");
    }
    try {
      return parse(name, kind, MAPPER.readTree(json));
    } catch (JacksonException e) {
      return unreadable(
          name, kind, "is not JSON that can be read: " + firstLine(e.getOriginalMessage()));
    }
  }

  /**
   * Reads a document that is a tree already. A tree cannot say whether it had the same key twice.
   */
  public static PolicyDocument parse(String name, PolicyKind kind, JsonNode tree) {
    if (isUnknown(tree)) {
      return PolicyDocument.unknown(name, kind);
    }
    PolicyParser parser = new PolicyParser(name, kind);
    List<Statement> statements = parser.document(tree);
    return new PolicyDocument(name, kind, statements, parser.problems);
  }

  private static PolicyDocument unreadable(String name, PolicyKind kind, String message) {
    return new PolicyDocument(
        name, kind, List.of(), List.of(new PolicyProblem(name, "document", message)));
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  private List<Statement> document(JsonNode tree) {
    if (!tree.isObject()) {
      problem("document", "is " + kindOf(tree) + "; must be an object with Version and Statement");
      return List.of();
    }
    for (String key : tree.propertyNames()) {
      if (!ELEMENTS.contains(key)) {
        problem(key, "is no element of a policy; must be Version, Id or Statement");
      }
    }
    JsonNode version = tree.path("Version");
    boolean variables = version.asString("").equals("2012-10-17");
    if (!version.isMissingNode()
        && !variables
        && !isUnknown(version)
        && !version.asString("").equals("2008-10-17")) {
      problem("Version", "is " + shown(version) + "; must be \"2012-10-17\" or \"2008-10-17\"");
    }
    StatementReader reader = new StatementReader(this, kind, variables || isUnknown(version));
    return statements(tree.path("Statement"), reader);
  }

  private List<Statement> statements(JsonNode node, StatementReader reader) {
    if (isUnknown(node)) {
      return PolicyDocument.unknown(name, kind).statements();
    }
    if (node.isMissingNode()) {
      problem("Statement", "is missing; must be a statement or a list of statements");
      return List.of();
    }
    List<Statement> read = new ArrayList<>();
    int index = 0;
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      String at = node.isArray() ? "Statement[" + index + "]" : "Statement";
      index++;
      if (isUnknown(each)) {
        read.addAll(PolicyDocument.unknown(name + " " + at, kind).statements());
      } else if (each.isObject()) {
        read.addAll(reader.read(at, each));
      } else {
        problem(at, "is " + kindOf(each) + "; must be an object");
      }
    }
    return read;
  }

  String name() {
    return name;
  }

  void problem(String at, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new PolicyProblem(name, at, message));
    }
  }

  static boolean isUnknown(JsonNode node) {
    return node.isString() && node.stringValue().equals(String.valueOf(PolicyText.UNKNOWN));
  }

  /**
   * The texts of a string or a list of strings; booleans and numbers are texts too where a
   * condition asks.
   */
  List<PolicyText> texts(String at, JsonNode node, boolean scalars, boolean variables) {
    List<PolicyText> texts = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      boolean scalar = scalars && (each.isBoolean() || each.isNumber());
      if (!each.isString() && !scalar) {
        problem(at, "holds " + kindOf(each) + "; must be a string or a list of strings");
      } else if (unreadable(each.asString())) {
        problem(
            at,
            "holds a text longer than "
                + Glob.MAX_LENGTH
                + " characters or with characters that no policy has");
      } else {
        texts.add(new PolicyText(each.asString(), variables));
      }
    }
    if (node.isArray() && node.isEmpty()) {
      problem(at, "is an empty list; must have at least one value");
    }
    return texts;
  }

  private static boolean unreadable(String text) {
    return text.length() > Glob.MAX_LENGTH || text.chars().anyMatch(c -> Glob.isReserved((char) c));
  }

  static String kindOf(JsonNode node) {
    return Map.of(
            "OBJECT", "an object",
            "ARRAY", "a list",
            "STRING", "a text",
            "NUMBER", "a number",
            "BOOLEAN", "true or false",
            "NULL", "null")
        .getOrDefault(node.getNodeType().name(), "missing");
  }

  static String shown(JsonNode node) {
    String text = node.isString() ? '"' + node.stringValue() + '"' : kindOf(node);
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
