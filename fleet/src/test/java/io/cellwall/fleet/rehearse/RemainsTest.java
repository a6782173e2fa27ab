package io.cellwall.fleet.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemainsTest {

  @Test
  void should_name_what_is_neither_protected_nor_needed_by_what_is() {
    // GIVEN a protected key in a network, and a queue that nobody needs
    String export =
        """
        {"version": 3, "deployment": {"resources": [
          {"urn": "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s", "custom": false},
          {"urn": "urn:pulumi:s::p::pulumi:providers:aws::aws", "custom": true},
          {"urn": "urn:pulumi:s::p::aws:ec2/vpc:Vpc::main", "custom": true,
           "provider": "urn:pulumi:s::p::pulumi:providers:aws::aws::1234"},
          {"urn": "urn:pulumi:s::p::aws:sqs/queue:Queue::jobs", "custom": true},
          {"urn": "urn:pulumi:s::p::aws:rds/cluster:Cluster::data", "custom": true, "protect": true,
           "parent": "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s",
           "dependencies": ["urn:pulumi:s::p::aws:ec2/vpc:Vpc::main"]}
        ]}}
        """;

    // THEN
    assertThat(Remains.unneeded(export))
        .containsExactly("urn:pulumi:s::p::aws:sqs/queue:Queue::jobs");
    assertThat(Remains.unneeded("{}")).isEmpty();
  }
}
