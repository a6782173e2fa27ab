package io.cellwall.fleet.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TemplateDiffTest {

  private static final String BEFORE =
      """
      {"Resources": {
        "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "old", "Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]}},
        "Policy": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {"Statement": [{"Action": "s3:Get*"}, {"Action": "sqs:*"}]}}},
        "Odd": {"Type": "AWS::Odd::Thing", "Properties": {"Size": 1}},
        "Gone": {"Type": "AWS::KMS::Key"}}}
      """;

  private static final String AFTER =
      """
      {"Resources": {
        "Bucket": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "Properties": {"BucketName": "new", "Tags": [{"Key": "b", "Value": "2"}, {"Key": "a", "Value": "1"}]}},
        "Policy": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {"Statement": [{"Action": "s3:*"}, {"Action": "sqs:*"}]}}},
        "Odd": {"Type": "AWS::Odd::Thing", "Properties": {"Size": 2}},
        "Topic": {"Type": "AWS::SNS::Topic"}}}
      """;

  @Test
  void should_find_no_change_in_the_same_template() {
    assertThat(TemplateDiff.of(BEFORE, BEFORE)).isEmpty();
    assertThat(shown("{}", "{}"))
        .isEqualTo(
            "Control planes: 1, 0 with changes. Added: 0. Removed: 0. Changed: 0. Replaced: 0. Access: 0.\n");
  }

  @Test
  void should_mark_what_is_replaced_and_who_may_do_what() {
    assertThat(shown(BEFORE, AFTER))
        .isEqualTo(
            """
            control-plane-eu-west-1-cell-01
                [~] AWS::S3::Bucket Bucket  REPLACED
                    DeletionPolicy: [+] "Retain"
                    BucketName: "old" -> "new"  replaces the resource
                    Tags: [{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}] -> [{"Key":"b","Value":"2"},{"Key":"a","Value":"1"}]
                [-] AWS::KMS::Key Gone
                [~] AWS::Odd::Thing Odd
                    Size: 1 -> 2  may replace the resource
                [~] AWS::IAM::ManagedPolicy Policy  ACCESS
                    PolicyDocument.Statement: [-] {"Action":"s3:Get*"}
                    PolicyDocument.Statement: [+] {"Action":"s3:*"}
                [+] AWS::SNS::Topic Topic

            Control planes: 1, 1 with changes. Added: 1. Removed: 1. Changed: 3. Replaced: 1. Access: 1.
            """);
  }

  private static String shown(String before, String after) {
    StringWriter text = new StringWriter();
    TreeMap<String, List<ResourceChange>> changes = new TreeMap<>();
    changes.put("control-plane-eu-west-1-cell-01", TemplateDiff.of(before, after));
    DiffText.print(new PrintWriter(text, true), changes);
    return text.toString();
  }
}
