package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CidrJsonTest {

  @Test
  void should_be_its_text_in_the_json_of_a_plan() {
    assertThat(new JsonMapper().writeValueAsString(Cidr.parse("10.16.0.0/20")))
        .isEqualTo("\"10.16.0.0/20\"");
  }
}
