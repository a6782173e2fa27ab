package io.cellwall.regions.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DescriptorJsonTest {

  static final String TEXT =
      """
      {
        "schemaVersion" : 1,
        "cell" : "eu-north-1-cell-02",
        "zone" : "eu",
        "region" : "eu-north-1",
        "account" : "259239322368",
        "release" : "2026.11.1-rc.1",
        "fingerprint" : "sha256:0123456789abcdef",
        "endpoints" : {
          "kubernetes" : "https://0123.gr7.eu-north-1.eks.amazonaws.com"
        },
        "facts" : {
          "endpointService" : "com.amazonaws.vpce.eu-north-1.vpce-svc-0123456789abcdef0",
          "nameServers" : [ "ns-1.awsdns-01.org", "ns-2.awsdns-02.net" ]
        }
      }
      """;

  @Test
  void should_write_what_it_reads() {
    assertThat(DescriptorJson.write(DescriptorJson.read(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void should_refuse_what_the_format_does_not_have() {
    assertRefused(
        TEXT.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
        "schemaVersion is 2; it must be 1");
    assertRefused(
        TEXT.replace("\"259239322368\"", "259239322368"),
        "line 6, column 15: account: Cannot coerce Integer value (259239322368) to"
            + " `java.lang.String` value");
    assertRefused(
        TEXT.replace("sha256:0123456789abcdef", "short"),
        "\"short\" is not a fingerprint: 8 to 128 letters, digits or :._-");
    assertRefused(
        TEXT.replace("ns-2.awsdns-02.net", "ns-1.awsdns-01.org"),
        "facts.nameServers lists a name server twice");
    assertRefused(
        TEXT.replaceFirst("\\[ .* ]", "[]"), "facts.nameServers lists 0; it must list 1 to 8");
    assertRefused(
        TEXT.replace("vpce-svc-0123456789abcdef0", "vpce-svc-1"),
        "\"com.amazonaws.vpce.eu-north-1.vpce-svc-1\" is not an endpoint service:"
            + " com.amazonaws.vpce.<region>.vpce-svc-<17 digits>");
    assertThatThrownBy(() -> DescriptorJson.read(TEXT + "{}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DescriptorJson.read(TEXT.replace("\"zone\"", "\"cell\"")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Duplicate");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> DescriptorJson.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
