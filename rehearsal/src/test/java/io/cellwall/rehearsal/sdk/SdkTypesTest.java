package io.cellwall.rehearsal.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SdkTypesTest {

  @Test
  void should_tell_what_must_be_given_and_what_always_comes_back() {
    // WHEN
    SdkType queue = SdkTypes.find("aws:sqs/queue:Queue").orElseThrow();
    SdkType subnet = SdkTypes.find("aws:ec2/subnet:Subnet").orElseThrow();

    // THEN
    assertThat(subnet.input("vpcId")).map(SdkType.Property::required).contains(true);
    assertThat(subnet.input("cidrBlock")).map(SdkType.Property::required).contains(false);
    assertThat(queue.output("arn")).map(SdkType.Property::required).contains(true);
    assertThat(queue.output("redrivePolicy"))
        .map(SdkType.Property::shape)
        .contains(new Shape.Text());
    assertThat(subnet.output("customerOwnedIpv4Pool"))
        .map(SdkType.Property::required)
        .contains(false);
  }

  @Test
  void should_add_to_an_object_what_it_must_have() {
    // GIVEN an accelerator's address set, of which no member is known
    Shape sets =
        SdkTypes.find("aws:globalaccelerator/accelerator:Accelerator")
            .flatMap(type -> type.output("ipSets"))
            .orElseThrow()
            .shape();

    // WHEN a port range without its members is completed
    Shape ranges =
        SdkTypes.find("aws:globalaccelerator/listener:Listener")
            .flatMap(type -> type.output("portRanges"))
            .orElseThrow()
            .shape();

    // THEN lists stay as they are, and nothing is added that may be absent
    Value none = new Value.Items(List.of(Value.Fields.none()));
    assertThat(sets.completed(none, name -> "x")).isEqualTo(none);
    assertThat(ranges.completed(none, name -> "x")).isEqualTo(none);
  }

  @Test
  void should_not_know_types_that_the_sdk_has_not() {
    assertThat(SdkTypes.find("aws:ec2/castle:Castle")).isEmpty();
    assertThat(SdkTypes.find("gcp:compute/network:Network")).isEmpty();
    assertThat(SdkTypes.find("nonsense")).isEmpty();
  }

  @Test
  void should_turn_a_form_into_the_kind_of_value_that_the_type_has() {
    assertThat(
            new Shape.Numeric()
                .completed(new Value.Text("5432"), name -> "")
                .equals(new Value.Numeric(new BigDecimal(5432))))
        .isTrue();
    assertThat(new Shape.Members(List::of).blank("x", name -> ""))
        .isEqualTo(Value.Fields.of(Map.of()));
  }
}
