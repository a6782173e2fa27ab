package io.cellwall.fleet.blast;

import io.cellwall.regions.model.CellName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The routes that a region's routers read: which cells there are, and who stands by for whom. */
final class Routes {

  private static final JsonMapper JSON = new JsonMapper();

  private Routes() {}

  /** Tells whether a text is routes in which one cell stands by for another. */
  static boolean names(String text, CellName cell, CellName standby) {
    try {
      for (JsonNode route : JSON.readTree(text).path("cells")) {
        if (cell.toString().equals(route.path("cell").asString(""))
            && standby.toString().equals(route.path("standby").asString(""))) {
          return true;
        }
      }
      return false;
    } catch (JacksonException e) {
      return false;
    }
  }
}
