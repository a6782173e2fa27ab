package io.cellwall.fleet.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import io.cellwall.rehearsal.cloud.Cloud;
import io.cellwall.rehearsal.cloud.GrantedQuotas;
import io.cellwall.rehearsal.cloud.Order;
import io.cellwall.rehearsal.cloud.Place;
import io.cellwall.rehearsal.cloud.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsedQuotasTest {

  private static final AccountId ACCOUNT = AccountId.parse("111122223333");
  private static final Region HOME = Region.parse("eu-west-1");

  @TempDir Path folder;

  @Test
  void should_refuse_what_exceeds_the_default_quota_of_a_region() throws Exception {
    // GIVEN as many VPCs as a region has by default
    Cloud cloud = cloud();
    for (int i = 0; i < 5; i++) {
      cloud.create(vpc(HOME, i));
    }

    // THEN one more is refused, and another region has its own
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> cloud.create(vpc(HOME, 5)))
        .withMessageStartingWith("LimitExceeded: ")
        .withMessageContaining(
            "account 111122223333 has 5 in eu-west-1, and this would be 6 (L-F678F1CE)");
    assertThat(cloud.create(vpc(Region.parse("eu-central-1"), 5)).id()).startsWith("vpc-");
  }

  @Test
  void should_allow_what_was_granted() throws Exception {
    // GIVEN
    GrantedQuotas.write(
        folder, Map.of(new GrantedQuotas.Key(ACCOUNT, HOME, QuotaCode.parse("L-F678F1CE")), 6L));
    Cloud cloud = cloud();

    // WHEN
    for (int i = 0; i < 6; i++) {
      cloud.create(vpc(HOME, i));
    }

    // THEN
    assertThat(cloud.objects()).hasSize(6);
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> cloud.create(vpc(HOME, 6)));
  }

  private Cloud cloud() {
    return new Cloud(folder, List.of(new RehearsedQuotas()));
  }

  private static Order vpc(Region region, int number) {
    String type = "aws:ec2/vpc:Vpc";
    String name = "vpc-" + number;
    return new Order(
        "urn:pulumi:s::cellwall::" + type + "::" + name,
        type,
        name,
        new Place(ACCOUNT, region),
        Value.Fields.of(Map.of("cidrBlock", new Value.Text("10." + number + ".0.0/16"))));
  }
}
