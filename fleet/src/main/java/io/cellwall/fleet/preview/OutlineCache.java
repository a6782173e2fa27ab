package io.cellwall.fleet.preview;

import io.cellwall.regions.model.Inventory;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What earlier runs found out about the stacks of exactly this inventory with exactly this code.
 *
 * <p>A judgement goes by the whole inventory, as whose a name or an address is can change with any
 * file of it. So where one file changed every stack is judged again, though only those are planned
 * whose own plan changed ({@link GraphCache}).
 */
final class OutlineCache {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final CheckedFiles files;
  private final String inputs;

  /**
   * The memory for one run.
   *
   * @param code fingerprint of the program and its libraries
   */
  OutlineCache(CheckedFiles files, String code, Inventory inventory) {
    this.files = files;
    this.inputs = CacheKey.sha256(code + "\n" + CacheKey.canonical(inventory));
  }

  /** The outline of a stack, if an earlier run with the same inputs made it. */
  Optional<StackOutline> find(String stack) {
    return files.find(name(stack), text -> MAPPER.readValue(text, StackOutline.class));
  }

  /** Remembers the outline of a stack. */
  void put(String stack, StackOutline outline) {
    files.put(name(stack), MAPPER.writeValueAsString(outline));
  }

  private String name(String stack) {
    return CacheKey.sha256(inputs + "\n" + stack) + ".outline";
  }
}
