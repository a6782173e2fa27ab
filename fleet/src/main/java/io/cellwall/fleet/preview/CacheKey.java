package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a stack's graph depends on, as one hash: the program's code, its libraries, the stack's name
 * and its plan.
 *
 * @param value 64 hexadecimal digits
 */
record CacheKey(String value) {

  // A plan is records, lists, sorted maps and value objects: its JSON is the same for equal plans,
  // and differs for others. A type that JSON would leave out must stop us, not be left out.
  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  /**
   * The key of a stack.
   *
   * @param code fingerprint of the program and its libraries
   * @param program the stack
   */
  static CacheKey of(String code, StackProgram program) {
    return new CacheKey(
        sha256(String.join("\n", code, program.name().value(), canonical(program.plan()))));
  }

  /** The same text for equal values of records, lists, maps and value objects, and for no other. */
  static String canonical(Object value) {
    return CANONICAL.writeValueAsString(value);
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
