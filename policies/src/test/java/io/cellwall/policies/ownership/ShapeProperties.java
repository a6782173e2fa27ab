package io.cellwall.policies.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShapeProperties {

  /** Names, parts of names, and what stands between them. */
  private static final List<String> PIECES =
      List.of(
          "arn:aws:s3:::bucket",
          "arn:aws-cn:iam::123456789012:role/x",
          "arn:",
          "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
          "com.amazonaws.",
          "vpce-svc-",
          "eu-west-1",
          "eu-west-1-cell-03",
          "us-gov-west-1",
          "us-isob-east-1",
          "eusc-de-east-1",
          "-cell-",
          "vpc-0f3c9a1b2d4e5f607",
          "sg-0a1b2c3d",
          "db-replica-0f3c9a1b2d4e5f607",
          "euw1-az1",
          "-az",
          "10.16.0.0/16",
          "10.16",
          "/8",
          "123456789012",
          "1234567890123",
          "abcd-abcd-",
          "a.example.com",
          "*.x_y.example-z.org",
          "aB",
          "z",
          "7",
          "é",
          "-",
          ".",
          "/",
          "_",
          "*",
          " ",
          "\n");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3_000)
  void should_find_what_the_pattern_alone_finds(@ForAll Shape shape, @ForAll("texts") String text) {
    // GIVEN
    Pattern pattern = Pattern.compile(shape.pattern());
    // WHEN
    List<String> found = shape.all(text).toList();
    // THEN
    assertThat(found).isEqualTo(pattern.matcher(text).results().map(MatchResult::group).toList());
  }
}
