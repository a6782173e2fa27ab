package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.regions.model.Inventory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of all stacks of an inventory. They are remembered, of the inventory and of each stack,
 * as to make all plans anew takes longer than to find that they are the same.
 *
 * @param files what is remembered, if anything
 * @param code fingerprint of the program and its libraries
 */
record PlanKeys(Optional<CheckedFiles> files, String code) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * The keys by stack.
   *
   * @param programs all stacks of the inventory, by name
   */
  Map<String, String> of(Inventory inventory, Map<String, StackProgram> programs) {
    String name =
        CacheKey.sha256(
                String.join(
                    "\n", code, CacheKey.canonical(inventory), String.join(",", programs.keySet())))
            + ".keys";
    return files
        .flatMap(
            each ->
                each.find(
                    name,
                    text -> MAPPER.readValue(text, new TypeReference<Map<String, String>>() {})))
        .orElseGet(
            () -> {
              Map<String, String> keys = new TreeMap<>(made(programs));
              files.ifPresent(each -> each.put(name, MAPPER.writeValueAsString(keys)));
              return keys;
            });
  }

  private Map<String, String> made(Map<String, StackProgram> programs) {
    return programs.entrySet().parallelStream()
        .collect(Collectors.toConcurrentMap(Map.Entry::getKey, each -> of(each.getValue())));
  }

  private String of(StackProgram program) {
    return program
        .inputs()
        .map(inputs -> remembered(program, inputs))
        .orElseGet(() -> CacheKey.of(code, program).value());
  }

  private String remembered(StackProgram program, Object inputs) {
    String name =
        CacheKey.sha256(String.join("\n", code, program.name().value(), CacheKey.canonical(inputs)))
            + ".key";
    return files
        .flatMap(each -> each.find(name, text -> text))
        .orElseGet(
            () -> {
              String key = CacheKey.of(code, program).value();
              files.ifPresent(each -> each.put(name, key));
              return key;
            });
  }
}
