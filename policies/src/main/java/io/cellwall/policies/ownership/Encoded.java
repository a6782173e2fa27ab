package io.cellwall.policies.ownership;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A text that stands for another one: in base64, as user data and the secrets of Kubernetes are,
 * packed by gzip inside it, as user data may be, or with percent signs, as queries of URLs are.
 */
public final class Encoded {

  /** Fewer characters cannot hold a name beyond the wall; as many are a word of people. */
  private static final int SHORTEST = 16;

  private static final int PACKED = 0x1f;

  private Encoded() {}

  /** What the text stands for; empty if it stands for itself, or for what is no text. */
  public static Optional<String> plain(String text) {
    if (text.length() < SHORTEST || text.length() > JsonText.LONGEST) {
      return Optional.empty();
    }
    if (isBase64(text)) {
      return base64(text);
    }
    return text.contains("%3A") || text.contains("%3a") || text.contains("%2F")
        ? percents(text)
        : Optional.empty();
  }

  // Nearly every other text has a space, a colon or a dash among its first characters.
  private static boolean isBase64(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!digit && c != '+' && c != '/' && c != '=' && c != '\n' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> base64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length > 1 && bytes[0] == PACKED) {
      bytes = unpacked(bytes);
    }
    try {
      String plain = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return plain.isEmpty() || !plain.chars().allMatch(Encoded::isOfText)
          ? Optional.empty()
          : Optional.of(plain);
    } catch (CharacterCodingException e) {
      // A digest, a key, a picture.
      return Optional.empty();
    }
  }

  // As much as is read of any text; a packed text may be far longer than it looks.
  private static byte[] unpacked(byte[] bytes) {
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return packed.readNBytes(JsonText.LONGEST);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static boolean isOfText(int c) {
    return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static Optional<String> percents(String text) {
    try {
      String plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      return plain.equals(text) ? Optional.empty() : Optional.of(plain);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
