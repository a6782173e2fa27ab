package io.cellwall.rehearsal.facts;

import io.cellwall.policies.pulumi.OfflineTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts of {@code types.json}, on top of the shapes that previews know too.
 *
 * <p>An entry says only what differs from any other type: {@code id} and {@code name} of a type
 * that {@link OfflineTypes} does not know, {@code outputs} beyond those of a preview, {@code
 * within}, {@code unique}, {@code replaces}, {@code inside}, {@code guard}, {@code held}, {@code
 * put}; see {@link TypeFacts}. What replaces a resource is what CloudFormation's reference marks
 * "Update requires: Replacement".
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">resource
 *     types, their properties and return values</a>
 */
public final class AwsFacts {

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "outputs",
          "within",
          "unique",
          "replaces",
          "inside",
          "guard",
          "held",
          "put");

  private static final Map<String, TypeFacts> TYPES = read();

  private AwsFacts() {}

  /** The facts of a type; of one that is not described, what holds for most. */
  public static TypeFacts of(String type) {
    TypeFacts facts = TYPES.get(type);
    return facts != null ? facts : facts(type, JsonMapper.shared().createObjectNode());
  }

  /** The types that are described. */
  public static Set<String> described() {
    return new TreeSet<>(TYPES.keySet());
  }

  private static TypeFacts facts(String type, JsonNode entry) {
    OfflineTypes.Shape known = OfflineTypes.of(type);
    String name = entry.path("name").asString(known.nameInput());
    Map<String, String> outputs = new LinkedHashMap<>(known.outputs());
    entry
        .path("outputs")
        .properties()
        .forEach(
            output ->
                outputs.put(
                    output.getKey(),
                    output.getValue().isString()
                        ? output.getValue().asString()
                        : output.getValue().toString()));
    List<String> unique =
        entry.has("unique") ? texts(entry, "unique") : name.isEmpty() ? List.of() : List.of(name);
    List<String> replaces = new ArrayList<>(texts(entry, "replaces"));
    if (!name.isEmpty()) {
      replaces.add(name);
    }
    TreeMap<String, String> inside = new TreeMap<>();
    entry
        .path("inside")
        .properties()
        .forEach(each -> inside.put(each.getKey(), each.getValue().asString()));
    return new TypeFacts(
        new OfflineTypes.Shape(name, entry.path("id").asString(known.id()), outputs),
        TypeFacts.Scope.valueOf(entry.path("within").asString("region").toUpperCase(Locale.ROOT)),
        unique,
        new TreeSet<>(replaces),
        inside,
        entry.path("guard").asString(""),
        entry.path("held").asBoolean(false),
        entry.path("put").asBoolean(false));
  }

  private static List<String> texts(JsonNode entry, String key) {
    List<String> texts = new ArrayList<>();
    entry.path(key).forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static Map<String, TypeFacts> read() {
    Map<String, TypeFacts> types = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : document().properties()) {
      entry
          .getValue()
          .propertyNames()
          .forEach(
              key -> {
                if (!KEYS.contains(key)) {
                  throw new IllegalStateException(
                      "types.json: %s: the key \"%s\" is unknown; the keys are %s"
                          .formatted(entry.getKey(), key, new TreeSet<>(KEYS)));
                }
              });
      types.put(entry.getKey(), facts(entry.getKey(), entry.getValue()));
    }
    return types;
  }

  private static JsonNode document() {
    try (InputStream in = AwsFacts.class.getResourceAsStream("types.json")) {
      if (in == null) {
        throw new IllegalStateException("types.json is not beside " + AwsFacts.class);
      }
      return JsonMapper.shared().readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
