package io.cellwall.policies.iam.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionCatalogueTest {

  private static final ActionCatalogue CATALOGUE = ActionCatalogue.bundled();

  private static List<String> names(BitSet set) {
    return set.stream().mapToObj(i -> CATALOGUE.actions().get(i).toString()).toList();
  }

  @Test
  void should_hold_the_actions_of_its_day() {
    assertThat(CATALOGUE.asOf()).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    assertThat(CATALOGUE.actions()).hasSizeGreaterThan(20_000);
    assertThat(CATALOGUE.hasService("sts")).isTrue();
    assertThat(CATALOGUE.hasService("nosuch")).isFalse();
  }

  @Test
  void should_expand_patterns_without_case() {
    assertThat(names(CATALOGUE.matching(GlobRegion.of(List.of(Glob.parse("sts:assumerolew*"))))))
        .containsExactlyInAnyOrder("sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity");
    assertThat(CATALOGUE.matching(GlobRegion.except(List.of(Glob.ANYTHING))).isEmpty()).isTrue();
  }

  @Test
  void should_know_what_acts_on_a_resource() {
    assertThat(names(CATALOGUE.actingOn(Glob.parse("arn:aws:s3:::b/key"))))
        .contains("s3:GetObject", "s3:PutObject")
        .doesNotContain("s3:ListBucket", "s3:ListAllMyBuckets", "sqs:SendMessage");
    assertThat(names(CATALOGUE.actingOn(Glob.parse("arn:aws:s3:::b"))))
        .contains("s3:ListBucket", "s3:PutBucketPolicy")
        .doesNotContain("s3:GetObject");
    assertThat(names(CATALOGUE.actingOn(Glob.parse("arn:aws:iam::111111111111:role/r"))))
        .contains("sts:AssumeRole", "iam:PassRole", "iam:PutRolePolicy");
    assertThat(
            names(
                CATALOGUE.actingOn(Glob.parse("arn:aws:ec2:eu-west-1:111111111111:instance/i-1"))))
        .contains("ssm:StartSession", "ec2:RunInstances")
        .doesNotContain("ec2:DescribeInstances");
  }
}
