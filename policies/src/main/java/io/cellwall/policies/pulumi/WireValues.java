package io.cellwall.policies.pulumi;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Property values as Pulumi sends them, to and from {@link Value}.
 *
 * @see <a
 *     href="https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go">signatures
 *     of special values</a>
 */
public final class WireValues {

  /** Stands for a value that is not known yet. */
  public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** The key that says that an object stands for a special value, and which. */
  public static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  /** The signature of a secret. */
  public static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

  /** The signature of a reference to a resource. */
  public static final String RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

  private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

  private WireValues() {}

  /** An object, with its special values told apart. */
  public static Value.Fields fields(Struct struct) {
    Map<String, Value> fields = new TreeMap<>();
    struct.getFieldsMap().forEach((key, value) -> fields.put(key, value(value)));
    return Value.Fields.of(fields);
  }

  static Value value(com.google.protobuf.Value wire) {
    return switch (wire.getKindCase()) {
      case STRING_VALUE -> text(wire.getStringValue());
      case NUMBER_VALUE -> new Value.Numeric(BigDecimal.valueOf(wire.getNumberValue()));
      case BOOL_VALUE -> new Value.Bool(wire.getBoolValue());
      case LIST_VALUE ->
          new Value.Items(
              wire.getListValue().getValuesList().stream().map(WireValues::value).toList());
      case STRUCT_VALUE -> special(fields(wire.getStructValue()));
      case NULL_VALUE, KIND_NOT_SET -> new Value.Null();
    };
  }

  private static Value text(String text) {
    return text.equals(UNKNOWN) ? new Value.Unknown() : new Value.Text(text);
  }

  /** What an object stands for, if it carries the signature of a special value. */
  static Value special(Value.Fields fields) {
    String signature = fields.text(SIGNATURE).orElse("");
    Value inner = fields.values().getOrDefault("value", new Value.Null());
    return switch (signature) {
      case SECRET -> new Value.Secret(inner);
      case OUTPUT -> output(fields, inner);
      case RESOURCE ->
          fields.values().getOrDefault("id", new Value.Text(fields.text("urn").orElse("")));
      default -> fields;
    };
  }

  private static Value output(Value.Fields fields, Value inner) {
    Value value = fields.values().containsKey("value") ? inner : new Value.Unknown();
    return fields.values().get("secret") instanceof Value.Bool secret && secret.value()
        ? new Value.Secret(value)
        : value;
  }

  /** The message of these fields. */
  public static Struct struct(Value.Fields fields) {
    Struct.Builder struct = Struct.newBuilder();
    fields.values().forEach((key, value) -> struct.putFields(key, wire(value)));
    return struct.build();
  }

  private static com.google.protobuf.Value wire(Value value) {
    com.google.protobuf.Value.Builder wire = com.google.protobuf.Value.newBuilder();
    if (value instanceof Value.Text text) {
      wire.setStringValue(text.value());
    } else if (value instanceof Value.Numeric number) {
      wire.setNumberValue(number.value().doubleValue());
    } else if (value instanceof Value.Bool bool) {
      wire.setBoolValue(bool.value());
    } else if (value instanceof Value.Items items) {
      ListValue.Builder list = ListValue.newBuilder();
      items.values().forEach(item -> list.addValues(wire(item)));
      wire.setListValue(list);
    } else if (value instanceof Value.Fields fields) {
      wire.setStructValue(struct(fields));
    } else if (value instanceof Value.Unknown) {
      wire.setStringValue(UNKNOWN);
    } else if (value instanceof Value.Secret secret) {
      wire.setStructValue(
          Struct.newBuilder()
              .putFields(
                  SIGNATURE, com.google.protobuf.Value.newBuilder().setStringValue(SECRET).build())
              .putFields("value", wire(secret.value())));
    } else {
      wire.setNullValue(NullValue.NULL_VALUE);
    }
    return wire.build();
  }
}
