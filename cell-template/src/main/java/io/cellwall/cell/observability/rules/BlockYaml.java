package io.cellwall.cell.observability.rules;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes maps, lists and texts as YAML for people to review: block style, no wrapped lines. */
public final class BlockYaml {

  private static final DumpSettings BLOCK =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setWidth(Integer.MAX_VALUE)
          .setSplitLines(false)
          .setBestLineBreak("\n")
          .build();

  private BlockYaml() {}

  /** The value as YAML, the same text for the same value. */
  public static String of(Object value) {
    return new Dump(BLOCK).dumpToString(value);
  }
}
