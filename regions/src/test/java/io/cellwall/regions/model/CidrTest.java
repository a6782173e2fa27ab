package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0/8",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "010.0.0.0/8",
        "10.0.0.256/32",
        "10.0.0.0/255.0.0.0",
        "10.*.0.0/16",
        "10.0-1.0.0/16",
        "0x0a.0.0.0/8",
        "::/0",
        "*",
        " 10.0.0.0/8",
        "10.0.0.0/8\n",
        "example.com"
      })
  void should_refuse_what_is_not_a_block(String text) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is not an IPv4 CIDR block: write it like 10.16.0.0/16");
  }

  @Test
  void should_name_the_canonical_form_where_host_bits_are_set() {
    assertThatThrownBy(() -> Cidr.parse("10.0.3.0/22"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"10.0.3.0/22\" has host bits set: write 10.0.0.0/22");
  }

  @Test
  void should_know_private_blocks() {
    assertThat(Cidr.parse("10.0.0.0/8").isPrivate()).isTrue();
    assertThat(Cidr.parse("172.16.0.0/12").isPrivate()).isTrue();
    assertThat(Cidr.parse("192.168.4.0/24").isPrivate()).isTrue();
    assertThat(Cidr.parse("8.0.0.0/6").isPrivate()).isFalse();
    assertThat(Cidr.parse("172.0.0.0/8").isPrivate()).isFalse();
    assertThat(Cidr.parse("11.0.0.0/8").isPrivate()).isFalse();
    assertThat(Cidr.parse("0.0.0.0/0").isPrivate()).isFalse();
  }
}
