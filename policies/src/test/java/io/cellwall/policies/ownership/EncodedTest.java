package io.cellwall.policies.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class EncodedTest {

  private static final String SCRIPT = "#!/bin/bash\naws s3 sync /data s3://somebodys-bucket\n";

  @Test
  void should_read_what_is_in_base64_in_lines_or_in_one() {
    byte[] bytes = SCRIPT.getBytes(StandardCharsets.UTF_8);

    assertThat(Encoded.plain(Base64.getEncoder().encodeToString(bytes))).contains(SCRIPT);
    assertThat(Encoded.plain(Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes)))
        .contains(SCRIPT);
  }

  @Test
  void should_read_what_is_packed_inside() throws IOException {
    assertThat(Encoded.plain(packed(SCRIPT))).contains(SCRIPT);
  }

  @Test
  void should_read_no_more_of_a_packed_text_than_of_any_other() throws IOException {
    assertThat(Encoded.plain(packed("x".repeat(8 << 20))).orElseThrow()).hasSize(JsonText.LONGEST);
  }

  @Test
  void should_read_percent_signs() {
    assertThat(Encoded.plain("arn%3Aaws%3Asqs%3Aeu-west-1%3A111111111102%3Ajobs"))
        .contains("arn:aws:sqs:eu-west-1:111111111102:jobs");
  }

  @Test
  void should_take_a_digest_a_word_and_a_plain_text_for_what_they_are() {
    assertThat(Encoded.plain("n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=")).isEmpty();
    assertThat(Encoded.plain("orders")).isEmpty();
    assertThat(Encoded.plain("100 %3A of all there is")).contains("100 : of all there is");
    assertThat(Encoded.plain("a sentence that has more than sixteen characters")).isEmpty();
  }

  private static String packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
