package io.cellwall.cell.keys;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.wiring.key.EncryptionKey;
import java.util.EnumMap;
import java.util.Map;

/** The cell's keys: each single-region, rotated and protected. */
public final class Keys extends ComponentResource {

  private final Map<KeyPurpose, EncryptionKey> keys = new EnumMap<>(KeyPurpose.class);

  /**
   * Makes the keys.
   *
   * @param name the component's name
   */
  public Keys(String name, KeysPlan plan, ComponentResourceOptions options) {
    super("cellwall:cell:Keys", name, options);
    plan.keys()
        .forEach(
            (purpose, key) ->
                keys.put(
                    purpose,
                    new EncryptionKey(
                        key, ComponentResourceOptions.builder().parent(this).build())));
    registerOutputs(Map.of());
  }

  /** The ARN of the key for a purpose, tied to the key. */
  public Output<String> arn(KeyPurpose purpose) {
    EncryptionKey key = keys.get(purpose);
    if (key == null) {
      throw new IllegalArgumentException("the plan has no key for " + purpose);
    }
    return key.arn();
  }
}
