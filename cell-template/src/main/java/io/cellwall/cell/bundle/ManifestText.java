package io.cellwall.cell.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Writes manifests as YAML that YAML 1.1 readers, as Kubernetes has, read the same. */
final class ManifestText {

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setWidth(100)
          .setDereferenceAliases(true)
          .build();

  private ManifestText() {}

  static String of(List<Object> documents) {
    Dump dump = new Dump(SETTINGS, new Strings());
    return documents.stream().map(dump::dumpToString).collect(Collectors.joining("---\n"));
  }

  /** A value file, or any other single tree. */
  static String of(Map<String, Object> tree) {
    return of(List.of(tree));
  }

  /** Strings that some reader could take for something else are quoted. */
  private static final class Strings extends StandardRepresenter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9 _./-]*(?<! )");
    // https://yaml.org/type/bool.html and null.html: words of YAML 1.1 that 1.2 has not.
    private static final Set<String> WORDS =
        Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    Strings() {
      super(SETTINGS);
      representers.put(String.class, data -> string((String) data));
    }

    private Node string(String text) {
      if (text.contains("\n")) {
        return representScalar(Tag.STR, text, ScalarStyle.LITERAL);
      }
      boolean plain =
          PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
      return representScalar(Tag.STR, text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }
  }
}
