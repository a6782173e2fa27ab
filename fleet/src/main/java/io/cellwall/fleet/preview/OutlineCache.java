package io.cellwall.fleet.preview;

import io.cellwall.policies.ownership.Holdings;
import io.cellwall.regions.model.Inventory;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What earlier runs with exactly this code found out about stacks, by their names: of exactly this
 * inventory, or of any that gives the same to everybody.
 *
 * <p>A judgement goes by what the inventory gives to all, as whose a name or an address is can
 * change with any file of it. So where that changed every stack is judged again, though only those
 * are planned whose own plan changed ({@link GraphCache}).
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
  private final String holdings;

  /**
   * The memory for one run.
   *
   * @param code fingerprint of the program and its libraries
   */
  OutlineCache(CheckedFiles files, String code, Inventory inventory) {
    this.files = files;
    this.inputs = CacheKey.sha256(code + "\n" + CacheKey.canonical(inventory));
    this.holdings = CacheKey.sha256(code + "\n" + CacheKey.canonical(Holdings.of(inventory)));
  }

  /** The outline of a stack of this inventory, if an earlier run made it. */
  Optional<StackOutline> find(String stack) {
    return read(nameOf(stack));
  }

  /**
   * The same of any inventory that gives the same to everybody.
   *
   * @param made key of all that the stack is made from
   */
  Optional<StackOutline> find(String stack, String made) {
    return read(nameOf(stack, made));
  }

  /** Remembers the outline of a stack of this inventory. */
  void put(String stack, StackOutline outline) {
    write(nameOf(stack), outline);
  }

  /**
   * Remembers the outline of a stack for any inventory that gives the same to everybody.
   *
   * @param made key of all that the stack is made from
   */
  void put(String stack, String made, StackOutline outline) {
    write(nameOf(stack, made), outline);
  }

  private String nameOf(String stack) {
    return CacheKey.sha256(inputs + "\n" + stack) + ".outline";
  }

  private String nameOf(String stack, String made) {
    return CacheKey.sha256(String.join("\n", holdings, made, stack)) + ".judgement";
  }

  private Optional<StackOutline> read(String name) {
    return files.find(name, text -> MAPPER.readValue(text, StackOutline.class));
  }

  private void write(String name, StackOutline outline) {
    files.put(name, MAPPER.writeValueAsString(outline));
  }
}
