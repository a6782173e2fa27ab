package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;

/** The text of a file, if it is a plain, small file of UTF-8. */
final class FileText {

  /** Far above any inventory file, far below what costs time or memory. */
  static final int MOST_BYTES = 1 << 20;

  private static final String PLAIN = "Put a plain file of UTF-8 text in its place.";

  private FileText() {}

  static Optional<String> read(Path path, Problems problems) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Optional<String> kind = otherKind(attributes);
      if (kind.isPresent()) {
        problems.add(
            "NotAPlainFile", problems.whole(), "is " + kind.get() + "; it must be a file", PLAIN);
        return Optional.empty();
      }
      // By its size, so that a huge file is not even opened.
      if (attributes.size() > MOST_BYTES) {
        tooLarge(attributes.size() + " bytes", problems);
        return Optional.empty();
      }
      return decode(bytesOf(path), problems);
    } catch (IOException | SecurityException e) {
      problems.add(
          "UnreadableFile",
          problems.whole(),
          "cannot be read (" + e.getClass().getSimpleName() + ")",
          "Let the user who runs this read the file.");
      return Optional.empty();
    }
  }

  private static Optional<String> otherKind(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      // A review of the inventory would not show what lies behind it.
      return Optional.of("a symbolic link");
    }
    if (attributes.isDirectory()) {
      return Optional.of("a directory");
    }
    return attributes.isRegularFile() ? Optional.empty() : Optional.of("a device or a pipe");
  }

  // One byte more than allowed shows a file that grew since it was looked at.
  private static byte[] bytesOf(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  static Optional<String> decode(byte[] bytes, Problems problems) {
    if (bytes.length > MOST_BYTES) {
      tooLarge("more than " + MOST_BYTES + " bytes", problems);
      return Optional.empty();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      notUtf8(bytes, in.position(), problems);
      return Optional.empty();
    }
    String text = out.flip().toString();
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static void tooLarge(String size, Problems problems) {
    problems.add(
        "FileTooLarge",
        problems.whole(),
        "has " + size + "; an inventory file has at most " + MOST_BYTES,
        "Check what was put here: a cell's file has about 1,000 bytes.");
  }

  private static void notUtf8(byte[] bytes, int offset, Problems problems) {
    String before =
        new String(Arrays.copyOf(bytes, offset), StandardCharsets.UTF_8).replace("\r\n", "\n");
    int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
    String start = before.substring(before.lastIndexOf('\n') + 1);
    Source source = problems.at(line, start.codePointCount(0, start.length()) + 1);
    problems.add(
        "NotUtf8",
        source,
        "byte 0x%02X at offset %d is not UTF-8".formatted(bytes[offset], offset),
        "Save the file as UTF-8.");
  }
}
