package io.cellwall.rehearsal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.pulumi.OfflineTypes;
import io.cellwall.rehearsal.sdk.SdkType;
import io.cellwall.rehearsal.sdk.SdkTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AwsFactsTest {

  @Test
  void should_describe_only_what_the_sdk_has() {
    // WHEN each entry is compared with its class
    List<String> wrong = new ArrayList<>();
    for (String type : AwsFacts.described()) {
      SdkType sdk = SdkTypes.find(type).orElse(null);
      if (sdk == null) {
        wrong.add(type + " is no type of the SDK");
        continue;
      }
      TypeFacts facts = AwsFacts.of(type);
      Set<String> inputs = new TreeSet<>(facts.replaces());
      inputs.addAll(facts.unique());
      inputs.addAll(facts.inside().keySet());
      inputs.addAll(holes(facts.shape().id()));
      if (!facts.guard().isEmpty()) {
        inputs.add(facts.guard());
      }
      inputs.stream()
          .filter(name -> sdk.input(name).isEmpty())
          .forEach(name -> wrong.add(type + " has no input " + name));
      facts.outputs().keySet().stream()
          .filter(name -> sdk.output(name.replaceFirst("\\..*", "")).isEmpty())
          .forEach(name -> wrong.add(type + " has no output " + name));
    }

    // THEN nothing is made up
    assertThat(wrong).isEmpty();
  }

  @Test
  void should_say_nothing_again_that_previews_know_already() {
    // GIVEN the types that previews have a name or an id for
    List<String> known =
        AwsFacts.described().stream()
            .filter(type -> !OfflineTypes.of(type).id().equals(OfflineTypes.of("none").id()))
            .toList();

    // THEN theirs is the shape that counts
    assertThat(known).hasSizeGreaterThan(20);
    assertThat(known)
        .allSatisfy(
            type -> {
              assertThat(AwsFacts.of(type).shape().id()).isEqualTo(OfflineTypes.of(type).id());
              assertThat(AwsFacts.of(type).outputs())
                  .containsAllEntriesOf(OfflineTypes.of(type).outputs());
            });
  }

  @Test
  void a_type_that_is_not_described_should_have_what_holds_for_most() {
    // WHEN
    TypeFacts facts = AwsFacts.of("aws:mq/broker:Broker");

    // THEN
    assertThat(facts.replaces()).isEmpty();
    assertThat(facts.unique()).isEmpty();
    assertThat(facts.put()).isFalse();
  }

  private static List<String> holes(String form) {
    Matcher matcher = Pattern.compile("\\{in:([A-Za-z0-9]+)}").matcher(form);
    return matcher
        .results()
        .map(each -> each.group(1))
        .filter(each -> !each.equals("kind"))
        .toList();
  }
}
