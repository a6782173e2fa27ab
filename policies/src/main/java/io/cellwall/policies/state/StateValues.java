package io.cellwall.policies.state;

import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.WireValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Property values of a state.
 *
 * <p>A secret that is encrypted is a secret of unknown value, and so undecided, unless its property
 * holds nothing but a credential, which names nobody. Exported with {@code --show-secrets}, it is
 * judged like any other value, and still never shown.
 *
 * @see <a
 *     href="https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go">signatures
 *     of special values</a>
 */
final class StateValues {

  private static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
  private static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

  /** What the SDK and the bridge to Terraform keep for themselves. */
  private static final Set<String> BOOKKEEPING = Set.of("__defaults", "__internal", "__meta");

  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i).*(?:password|passphrase|authtoken|privatekey(?:pem)?)(?:wo)?");

  private final String file;
  private final boolean declared;

  StateValues(String file, boolean declared) {
    this.file = file;
    this.declared = declared;
  }

  Value.Fields fields(JsonNode json, String at) {
    Map<String, Value> fields = new TreeMap<>();
    Set<String> filledIn = declared ? filledIn(json) : Set.of();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      String key = entry.getKey();
      if (!BOOKKEEPING.contains(key) && !filledIn.contains(key)) {
        fields.put(key, value(entry.getValue(), key, at + "." + key));
      }
    }
    return Value.Fields.of(fields);
  }

  // The bridge to Terraform lists, in each object, the keys that no program wrote.
  private static Set<String> filledIn(JsonNode json) {
    Set<String> keys = new HashSet<>();
    JsonNode defaults = json.get("__defaults");
    if (defaults != null && defaults.isArray()) {
      defaults.forEach(each -> keys.add(each.asString("")));
    }
    return keys;
  }

  private Value value(JsonNode json, String property, String at) {
    if (json.isString()) {
      String text = json.stringValue();
      return text.equals(WireValues.UNKNOWN) ? new Value.Unknown() : new Value.Text(text);
    }
    if (json.isNumber()) {
      return new Value.Numeric(json.decimalValue());
    }
    if (json.isBoolean()) {
      return new Value.Bool(json.booleanValue());
    }
    if (json.isArray()) {
      List<Value> items = new ArrayList<>();
      for (JsonNode item : json) {
        items.add(value(item, property, at + "[" + items.size() + "]"));
      }
      return new Value.Items(items);
    }
    if (json.isObject()) {
      JsonNode signature = json.get(WireValues.SIGNATURE);
      return signature == null ? fields(json, at) : special(json, signature, property, at);
    }
    return new Value.Null();
  }

  private Value special(JsonNode json, JsonNode signature, String property, String at) {
    return switch (signature.isString() ? signature.stringValue() : "") {
      case WireValues.SECRET -> secret(json, property, at);
      case ASSET, ARCHIVE -> content(json, at);
      case WireValues.RESOURCE -> {
        JsonNode name = json.has("id") ? json.get("id") : json.get("urn");
        yield name == null ? new Value.Unknown() : value(name, property, at + ".id");
      }
      default ->
          throw new UnreadableGraphException(
              file,
              at
                  + " is a special value of an unknown kind; it must be a secret, an asset, an"
                  + " archive or a resource");
    };
  }

  private Value secret(JsonNode json, String property, String at) {
    JsonNode plain = json.get("plaintext");
    if (plain == null) {
      return new Value.Secret(
          CREDENTIAL.matcher(property).matches() ? new Value.Null() : new Value.Unknown());
    }
    try {
      JsonNode value = StackState.JSON.readTree(plain.isString() ? plain.stringValue() : "");
      return new Value.Secret(value(value, property, at));
    } catch (JacksonException e) {
      // Without the cause: its message may quote the secret.
      throw new UnreadableGraphException(file, at + ".plaintext must be JSON inside a string");
    }
  }

  // What it holds or where it came from; a hash says nothing, and a path is of somebody's machine.
  private Value content(JsonNode json, String at) {
    Map<String, Value> kept = new TreeMap<>();
    for (String key : List.of("text", "uri", "assets")) {
      JsonNode found = json.get(key);
      if (found != null) {
        kept.put(key, value(found, key, at + "." + key));
      }
    }
    return Value.Fields.of(kept);
  }
}
