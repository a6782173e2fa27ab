package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of JSON or YAML as a tree: a template, or the manifest of a cloud assembly. */
final class TemplateFile {

  /** CloudFormation itself takes 1 MB. */
  private static final int MOST_BYTES = 8 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(TemplateYaml.DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private TemplateFile() {}

  static Value.Fields read(Path file) {
    String name = file.toString();
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UnreadableGraphException(
          name, "cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableGraphException(
          name, "has more than " + MOST_BYTES + " bytes; a template has at most 1 MB");
    }
    try {
      return parse(
          name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new UnreadableGraphException(name, "is not UTF-8", e);
    }
  }

  static Value.Fields parse(String name, String text) {
    Value tree =
        text.stripLeading().startsWith("{") ? json(name, text) : TemplateYaml.parse(name, text);
    if (tree instanceof Value.Fields fields) {
      return fields;
    }
    throw new UnreadableGraphException(name, "is no object of keys, as a template is");
  }

  private static Value json(String name, String text) {
    try {
      return value(JSON.readTree(text));
    } catch (JacksonException e) {
      throw new UnreadableGraphException(
          name, "is not a JSON document: " + e.getOriginalMessage(), e);
    }
  }

  private static Value value(JsonNode json) {
    if (json.isObject()) {
      Map<String, Value> fields = new TreeMap<>();
      json.properties().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
      return Value.Fields.of(fields);
    }
    if (json.isArray()) {
      List<Value> items = new ArrayList<>();
      json.forEach(item -> items.add(value(item)));
      return new Value.Items(items);
    }
    if (json.isNumber()) {
      return new Value.Numeric(json.decimalValue());
    }
    if (json.isBoolean()) {
      return new Value.Bool(json.booleanValue());
    }
    return json.isNull() ? new Value.Null() : new Value.Text(json.stringValue());
  }
}
