package io.cellwall.fleet.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the engine knows of a stack, from {@code pulumi stack export}.
 *
 * @param resources what it says exists, the stack and components too
 * @param pending what it was doing when it was stopped, and never heard the end of
 * @param fingerprint differs whenever resources or operations do; a state has no serial number
 */
public record StackState(List<Held> resources, List<Pending> pending, String fingerprint) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * A resource.
   *
   * @param urn its URN
   * @param type its type token
   * @param id its id; empty for components
   * @param condemned whether it was replaced and is still to be deleted
   * @param unready why it never became ready; empty if it did
   * @param texts the inputs that are texts in clear
   */
  public record Held(
      String urn,
      String type,
      String id,
      boolean condemned,
      List<String> unready,
      Map<String, String> texts) {
    public Held {
      unready = List.copyOf(unready);
      texts = Map.copyOf(texts);
    }
  }

  /**
   * An operation that began.
   *
   * @param operation {@code creating}, {@code updating}, {@code deleting}, {@code reading} or
   *     {@code importing}
   * @param urn the resource's URN
   * @param type its type token
   * @param parent the URN of its parent; empty if it has none
   * @param provider the URN of its provider; empty if it has none
   */
  public record Pending(
      String operation, String urn, String type, String parent, String provider) {}

  public StackState {
    resources = List.copyOf(resources);
    pending = List.copyOf(pending);
  }

  /** The state of a stack that has none. */
  public static StackState empty() {
    return new StackState(List.of(), List.of(), "");
  }

  /**
   * Reads an export.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static StackState read(String export) {
    JsonNode deployment;
    try {
      deployment = JSON.readTree(export).path("deployment");
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not what pulumi stack export prints", e);
    }
    if (!(deployment instanceof ObjectNode known)) {
      throw new IllegalArgumentException("not what pulumi stack export prints: no deployment");
    }
    List<Held> resources = new ArrayList<>();
    known.path("resources").forEach(each -> resources.add(held(each)));
    List<Pending> pending = new ArrayList<>();
    known
        .path("pending_operations")
        .forEach(
            each ->
                pending.add(
                    new Pending(
                        each.path("type").asString(""),
                        each.path("resource").path("urn").asString(""),
                        each.path("resource").path("type").asString(""),
                        each.path("resource").path("parent").asString(""),
                        // A provider is named by its URN and id: <urn>::<id>.
                        each.path("resource")
                            .path("provider")
                            .asString("")
                            .replaceFirst("::[^:]*$", ""))));
    ObjectNode counted = JSON.createObjectNode();
    counted.set("resources", known.path("resources"));
    counted.set("pending", known.path("pending_operations"));
    return new StackState(resources, pending, sha256(JSON.writeValueAsString(counted)));
  }

  private static Held held(JsonNode node) {
    List<String> unready = new ArrayList<>();
    Map<String, String> texts = new TreeMap<>();
    node.path("inputs")
        .properties()
        .forEach(
            input -> {
              if (input.getValue().isString()) {
                texts.put(input.getKey(), input.getValue().asString());
              }
            });
    node.path("initErrors").forEach(each -> unready.add(each.asString("")));
    return new Held(
        node.path("urn").asString(""),
        node.path("type").asString(""),
        node.path("id").asString(""),
        node.path("delete").asBoolean(false),
        unready,
        texts);
  }

  /** The resource of that type and id, if the state has it. */
  public Optional<Held> find(String type, String id) {
    return resources.stream()
        .filter(each -> each.type().equals(type) && each.id().equals(id))
        .findFirst();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
