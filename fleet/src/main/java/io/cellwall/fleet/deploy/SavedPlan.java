package io.cellwall.fleet.deploy;

import io.cellwall.fleet.UsageException;
import io.cellwall.regions.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan in a file, and its seal beside it.
 *
 * @param file the engine's plan
 */
record SavedPlan(Path file) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** The file of the seal. */
  Path sealFile() {
    return file.resolveSibling(file.getFileName() + ".seal");
  }

  /** Takes away what an earlier plan left, so that a failed preview leaves none. */
  void clear() {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      Files.deleteIfExists(file);
      Files.deleteIfExists(sealFile());
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + e);
    }
  }

  void seal(Seal seal) {
    try {
      Files.writeString(sealFile(), JSON.writeValueAsString(seal) + "\n");
    } catch (IOException e) {
      throw new UsageException("cannot write " + sealFile() + ": " + e);
    }
  }

  /**
   * The seal.
   *
   * @throws UsageException if plan or seal is missing or cannot be read
   */
  Seal seal() {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no plan " + file + ": make one with --save-plan");
    }
    if (!Files.isRegularFile(sealFile())) {
      throw new UsageException(
          "the plan %s has no seal %s beside it: only a plan that cellwall deploy --save-plan made can be carried out"
              .formatted(file, sealFile().getFileName()));
    }
    try {
      Seal seal = StrictJson.read(Files.readString(sealFile()), Seal.class);
      if (seal.schemaVersion() != Seal.SCHEMA_VERSION) {
        throw new UsageException(
            "%s was written by another version of cellwall: plan again".formatted(sealFile()));
      }
      return seal;
    } catch (IllegalArgumentException e) {
      throw new UsageException(sealFile() + " is no seal: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("cannot read " + sealFile() + ": " + e);
    }
  }
}
