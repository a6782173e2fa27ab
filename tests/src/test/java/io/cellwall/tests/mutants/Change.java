package io.cellwall.tests.mutants;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One change of a stack's graph: a node more, or other inputs for one that it has.
 *
 * @param type type token; {@code ec2/vpc} is short for {@code aws:ec2/vpc:Vpc}
 * @param name the new node's name; where {@code alter} is true, the end of the existing one's
 * @param alter whether the stack has the node already
 * @param kind what the node is, as the graph's JSON writes it
 * @param id its id, where it is known
 * @param provider end of the name of its provider; {@code none} for the default provider; empty for
 *     the one that most of the stack uses
 * @param inputs its inputs, or those that change
 * @param outputs what is known beyond the inputs
 * @param derives for each input, type and end of the name of what it derives from
 * @param options what the program asks of the engine
 */
record Change(
    String type,
    String name,
    boolean alter,
    String kind,
    Optional<String> id,
    Optional<String> provider,
    Map<String, Object> inputs,
    Map<String, Object> outputs,
    Map<String, Object> derives,
    Map<String, Object> options) {

  private static final Set<String> KEYS =
      Set.of(
          "type",
          "name",
          "alter",
          "kind",
          "id",
          "provider",
          "inputs",
          "outputs",
          "derives",
          "options");

  static Change of(Map<String, Object> written) {
    Yaml.only("a change", written, KEYS);
    Optional<String> alter = Yaml.text(written, "alter");
    return new Change(
        token(Yaml.text(written, "type").orElseThrow()),
        alter.or(() -> Yaml.text(written, "name")).orElse("mutant"),
        alter.isPresent(),
        Yaml.text(written, "kind").orElse("resource"),
        Yaml.text(written, "id"),
        Yaml.text(written, "provider"),
        Yaml.map(written.get("inputs")),
        Yaml.map(written.get("outputs")),
        Yaml.map(written.get("derives")),
        Yaml.map(written.get("options")));
  }

  /** The whole type token. */
  static String token(String type) {
    if (type.contains(":")) {
      return type;
    }
    List<String> parts = List.of(type.split("/", -1));
    String last = parts.get(parts.size() - 1);
    return "aws:" + type + ":" + last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
  }
}
