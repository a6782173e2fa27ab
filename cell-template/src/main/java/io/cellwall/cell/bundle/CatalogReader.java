package io.cellwall.cell.bundle;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the catalog strictly: every field, no other field, no coercion. */
final class CatalogReader {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private CatalogReader() {}

  static BundleCatalog read(String file, String text) {
    try {
      Object tree = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
      return CatalogCheck.checked(file, STRICT.convertValue(tree, BundleCatalog.class));
    } catch (YamlEngineException | JacksonException e) {
      throw new IllegalStateException("bundle/" + file + ": " + e.getMessage(), e);
    }
  }
}
