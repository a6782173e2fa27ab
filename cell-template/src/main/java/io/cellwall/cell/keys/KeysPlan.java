package io.cellwall.cell.keys;

import io.cellwall.wiring.Place;
import io.cellwall.wiring.key.KeyPlan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The cell's keys.
 *
 * @param keys a key for each purpose
 */
public record KeysPlan(Map<KeyPurpose, KeyPlan> keys) {

  public KeysPlan {
    keys = Collections.unmodifiableMap(new EnumMap<>(keys));
  }

  /** The keys of the cell at this place. */
  public static KeysPlan of(Place place) {
    Map<KeyPurpose, KeyPlan> keys = new EnumMap<>(KeyPurpose.class);
    for (KeyPurpose purpose : KeyPurpose.values()) {
      keys.put(purpose, purpose.plan(place));
    }
    return new KeysPlan(keys);
  }
}
