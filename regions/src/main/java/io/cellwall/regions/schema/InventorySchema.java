package io.cellwall.regions.schema;

import io.cellwall.regions.written.FileKind;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.Shape;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of each kind of inventory file, made from the shape that the reader binds to.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema, draft 2020-12</a>
 */
public final class InventorySchema {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private InventorySchema() {}

  /** Name of the file that holds the schema of a kind: {@code cell.schema.json}. */
  public static String fileName(FileKind kind) {
    return kind.label() + ".schema.json";
  }

  /** The schema of a kind of file as JSON text, indented, with a final line break. */
  public static String of(FileKind kind) {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Cellwall " + kind.label());
    schema.setAll(mapping(kind.shape()));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(schema).replace("\r\n", "\n")
        + "\n";
  }

  private static ObjectNode schema(Shape shape) {
    if (shape instanceof Shape.Text text) {
      return text(text.scalar());
    }
    if (shape instanceof Shape.WholeNumber number) {
      return NODES
          .objectNode()
          .put("type", "integer")
          .put("minimum", number.min())
          .put("maximum", number.max());
    }
    if (shape instanceof Shape.Sequence sequence) {
      ObjectNode array = NODES.objectNode().put("type", "array");
      array.set("items", schema(sequence.item()));
      return array
          .put("minItems", sequence.min())
          .put("maxItems", sequence.max())
          .put("uniqueItems", true);
    }
    if (shape instanceof Shape.Listing listing) {
      ObjectNode array = NODES.objectNode().put("type", "array");
      array.set("items", mapping(listing.item()));
      return array.put("minItems", listing.min()).put("maxItems", listing.max());
    }
    if (shape instanceof Shape.Dictionary dictionary) {
      ObjectNode object = NODES.objectNode().put("type", "object").put("minProperties", 1);
      object.set("propertyNames", text(dictionary.key().scalar()));
      object.set("additionalProperties", schema(dictionary.value()));
      return object;
    }
    return mapping((Shape.Mapping) shape);
  }

  private static ObjectNode text(Scalar<?> scalar) {
    ObjectNode text = NODES.objectNode().put("type", "string");
    scalar.pattern().ifPresent(pattern -> text.put("pattern", "^(?:" + pattern + ")$"));
    if (!scalar.choices().isEmpty()) {
      ArrayNode choices = text.putArray("enum");
      scalar.choices().forEach(choices::add);
    }
    return text;
  }

  private static ObjectNode mapping(Shape.Mapping shape) {
    ObjectNode object = NODES.objectNode();
    object.put("description", shape.description()).put("type", "object");
    ObjectNode properties = object.putObject("properties");
    for (Shape.Key key : shape.keys()) {
      ObjectNode property = schema(key.shape());
      property.put("description", key.description());
      properties.set(key.name(), property);
    }
    ArrayNode required = object.putArray("required");
    shape.keys().stream().filter(Shape.Key::required).forEach(key -> required.add(key.name()));
    object.put("additionalProperties", false);
    conditions(shape, object);
    return object;
  }

  // if another key has the value, then the key is required, else it is not allowed
  private static void conditions(Shape.Mapping shape, ObjectNode object) {
    List<Shape.Key> keys =
        shape.keys().stream().filter(key -> key.condition().isPresent()).toList();
    if (keys.isEmpty()) {
      return;
    }
    ArrayNode all = object.putArray("allOf");
    for (Shape.Key key : keys) {
      Optional<Shape.Condition> condition = key.condition();
      ObjectNode rule = all.addObject();
      ObjectNode when = rule.putObject("if");
      when.putObject("properties")
          .putObject(condition.orElseThrow().key())
          .put("const", condition.orElseThrow().is());
      when.putArray("required").add(condition.orElseThrow().key());
      rule.putObject("then").putArray("required").add(key.name());
      rule.putObject("else").putObject("properties").put(key.name(), false);
    }
  }
}
