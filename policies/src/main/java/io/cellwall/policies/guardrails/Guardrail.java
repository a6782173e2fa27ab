package io.cellwall.policies.guardrails;

import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * One policy document.
 *
 * @param name stable name, also its file's: {@code eu-west-1-cell-01-scp}, with a number where
 *     there are several
 * @param kind where AWS takes it
 * @param place what it stands around: a stack or {@code zone-eu}
 * @param account the account to attach it to; empty: all accounts of the zone
 * @param walls its statements
 */
public record Guardrail(
    String name, GuardrailKind kind, String place, Optional<String> account, List<Wall> walls) {

  private static final JsonMapper JSON = new JsonMapper();

  public Guardrail {
    walls = List.copyOf(walls);
  }

  /** The document without white space, which AWS counts. */
  public String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Version", "2012-10-17");
    document.put("Statement", walls.stream().map(Wall::statement).toList());
    return JSON.writeValueAsString(document);
  }

  /** How many characters AWS counts. */
  public int size() {
    return json().length();
  }

  /** Tells whether AWS takes it. */
  public boolean fits() {
    return size() <= kind.longest();
  }

  /** The document as the proof of access reads it. */
  public PolicyDocument document() {
    return PolicyParser.parse(name, kind.language(), json());
  }

  /**
   * Documents with these walls in this order, as few as AWS's limit admits; a wall that is too long
   * by itself stands alone.
   */
  static List<Guardrail> split(
      GuardrailKind kind, String place, Optional<String> account, List<Wall> walls) {
    List<List<Wall>> parts = new ArrayList<>();
    List<Wall> open = new ArrayList<>();
    for (Wall wall : walls) {
      open.add(wall);
      if (open.size() > 1 && !new Guardrail("", kind, place, account, open).fits()) {
        open.remove(open.size() - 1);
        parts.add(open);
        open = new ArrayList<>(List.of(wall));
      }
    }
    parts.add(open);
    List<Guardrail> guardrails = new ArrayList<>();
    for (List<Wall> part : parts) {
      String number = parts.size() == 1 ? "" : "-" + (guardrails.size() + 1);
      guardrails.add(new Guardrail(place + "-" + kind.word() + number, kind, place, account, part));
    }
    return guardrails;
  }
}
