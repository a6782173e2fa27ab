package io.cellwall.policies.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphJsonTest {

  @Test
  void should_write_an_empty_list_of_graphs() {
    assertThat(GraphJson.write(List.of()))
        .isEqualTo("{\n  \"schemaVersion\" : 1,\n  \"graphs\" : [ ]\n}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | graph document: $ must be an object, is ARRAY",
        "{\"graphs\":[]} | graph document: $ needs the key \"schemaVersion\"",
        "{\"schemaVersion\":2,\"graphs\":[]} |"
            + " graph document: $.schemaVersion must be 1, is 2",
        "{\"schemaVersion\":1,\"graphs\":[],\"x\":1} |"
            + " graph document: $ has no key \"x\"; it has [graphs, schemaVersion]",
        "{\"schemaVersion\":1,\"graphs\":[{\"nodes\":[]}]} |"
            + " graph document: $.graphs[0] needs the key \"stack\"",
        "{\"schemaVersion\":1,\"graphs\":[{\"stack\":\"s\",\"nodes\":[{\"urn\":\"u\",\"kind\":\"k\"}]}]}"
            + " | graph document: $.graphs[0].nodes[0].kind must be one of [resource, provider,"
            + " component, opaque, read, invoke], is \"k\"",
        "{\"schemaVersion\":1,\"graphs\":[{\"stack\":\"s\",\"nodes\":[{\"urn\":\"u\",\"kind\":"
            + "\"read\",\"type\":\"t\",\"name\":\"n\",\"inputs\":{\"a\":{\"$cellwall\":\"x\"}}}]}]}"
            + " | graph document: $.graphs[0].nodes[0].inputs.a.$cellwall must be unknown, secret"
            + " or literal, is \"x\""
      })
  void should_refuse_what_the_format_does_not_have(String text, String message) {
    assertThatThrownBy(() -> GraphJson.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void should_refuse_a_key_that_stands_there_twice() {
    assertThatThrownBy(() -> GraphJson.read("{\"schemaVersion\":1,\"schemaVersion\":1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a JSON document: Duplicate Object property");
  }
}
