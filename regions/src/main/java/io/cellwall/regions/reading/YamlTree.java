package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Source;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** One YAML 1.2 document as a tree whose every node knows its line and column. */
final class YamlTree {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setUseMarks(true)
          // Both are refused later, with the place and with the other problems of the file.
          .setAllowDuplicateKeys(true)
          .setAllowNonScalarKeys(true)
          .setCodePointLimit(FileText.MOST_BYTES)
          .build();

  private YamlTree() {}

  /** The root of the only document, unless the text is empty or is not a YAML document. */
  static Optional<Node> parse(String text, Problems problems) {
    try {
      BoundedParser parser =
          new BoundedParser(new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text)));
      Optional<Node> root = new Composer(SETTINGS, parser).getSingleNode();
      if (root.isEmpty()) {
        problems.add(
            "EmptyFile", problems.whole(), "is empty", "Write its keys, or remove the file.");
      }
      return root;
    } catch (BoundedParser.BoundExceeded e) {
      problems.add(e.rule, source(e.mark, problems), e.problem, e.hint);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      syntax(e.getProblem(), mark.map(at -> source(at, problems)), problems);
    } catch (ReaderException e) {
      syntax(
          "character U+%04X is not allowed in YAML".formatted(e.getCodePoint()),
          Optional.of(sourceOf(text, e.getPosition(), problems)),
          problems);
    } catch (YamlEngineException e) {
      syntax(String.valueOf(e.getMessage()), Optional.empty(), problems);
    }
    return Optional.empty();
  }

  /** Where a node starts. */
  static Source sourceOf(Node node, Problems problems) {
    return node.getStartMark().map(mark -> source(mark, problems)).orElseGet(problems::whole);
  }

  private static Source source(Mark mark, Problems problems) {
    return problems.at(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Source sourceOf(String text, int codePoints, Problems problems) {
    int end =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    String before = text.substring(0, end);
    int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
    String start = before.substring(before.lastIndexOf('\n') + 1);
    return problems.at(line, start.codePointCount(0, start.length()) + 1);
  }

  private static void syntax(String problem, Optional<Source> source, Problems problems) {
    problems.add(
        "YamlSyntax",
        source.orElseGet(problems::whole),
        "is not valid YAML here: " + Printable.of(problem, 160),
        "Check indentation, quotes and colons at this place.");
  }
}
