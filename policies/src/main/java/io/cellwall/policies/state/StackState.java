package io.cellwall.policies.state;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The graph of a deployed stack, from the output of {@code pulumi stack export}.
 *
 * <p>Reading is strict where a misreading would hide a resource, and bounded: a file may have 64
 * MiB, its values 200 levels. Encrypted secrets stay so; see {@link StateValues}.
 *
 * @see <a
 *     href="https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go">ResourceV3,
 *     the schema of the deployment</a>
 */
public final class StackState {

  /** The largest file, in bytes; a state of 10,000 resources has some 30 MB. */
  public static final int MOST_BYTES = 64 << 20;

  private static final int DEEPEST = 200;

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private StackState() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableGraphException if it cannot be read, or is no exported state
   */
  public static ResourceGraph read(Path file) {
    return parse(file.toString(), text(file), false);
  }

  /**
   * Reads a file as what a program declared: without the inputs that a provider's own check filled
   * in, of which the state keeps a list.
   *
   * @throws UnreadableGraphException if it cannot be read, or is no exported state
   */
  public static ResourceGraph readDeclared(Path file) {
    return parse(file.toString(), text(file), true);
  }

  private static String text(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UnreadableGraphException(
          file.toString(), "cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableGraphException(
          file.toString(), "has more than " + MOST_BYTES + " bytes; it must have at most so many");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableGraphException(file.toString(), "is not UTF-8", e);
    }
  }

  /**
   * Reads a text.
   *
   * @param file what messages call it
   * @throws UnreadableGraphException if it is no exported state
   */
  public static ResourceGraph parse(String file, String text) {
    return parse(file, text, false);
  }

  private static ResourceGraph parse(String file, String text, boolean declared) {
    JsonNode document;
    try {
      document = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new UnreadableGraphException(
          file,
          "is not a JSON document"
              + line(e)
              + ", or is nested too deep; it must be the output of: pulumi stack export",
          e);
    }
    return new StateReader(file, declared).graph(document);
  }

  private static String line(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null ? "" : " (line " + location.getLineNr() + ")";
  }
}
