package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** An access control list lets everybody, or everybody with an AWS account, read or write. */
public final class OpenAccessList implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong(
              "aws:s3/bucketAclV2:BucketAclV2",
              "acl",
              "be private, or be left out",
              "public-read",
              "public-read-write",
              "authenticated-read")
          .wrong(
              "aws:s3/bucket:Bucket",
              "acl",
              "be private, or be left out",
              "public-read",
              "public-read-write",
              "authenticated-read")
          .wrong(
              "aws:s3/bucketV2:BucketV2",
              "acl",
              "be private, or be left out",
              "public-read",
              "public-read-write",
              "authenticated-read",
              "PublicRead",
              "PublicReadWrite",
              "AuthenticatedRead")
          .wrong(
              "aws:s3/bucketObject:BucketObject",
              "acl",
              "be private, or be left out",
              "public-read",
              "public-read-write",
              "authenticated-read")
          .wrong(
              "aws:s3/bucketObjectv2:BucketObjectv2",
              "acl",
              "be private, or be left out",
              "public-read",
              "public-read-write",
              "authenticated-read")
          .wrong(
              "aws:s3/objectCopy:ObjectCopy",
              "acl",
              "be private, or be left out",
              "public-read",
              "public-read-write",
              "authenticated-read")
          .wrong(
              "aws:s3/bucketAclV2:BucketAclV2",
              "accessControlPolicy.grants.grantee.uri",
              "not be a group of everybody",
              "http://acs.amazonaws.com/groups/global/AllUsers",
              "http://acs.amazonaws.com/groups/global/AuthenticatedUsers")
          .wrong(
              "aws:s3/bucket:Bucket",
              "grants.uri",
              "not be a group of everybody",
              "http://acs.amazonaws.com/groups/global/AllUsers",
              "http://acs.amazonaws.com/groups/global/AuthenticatedUsers")
          .wrong(
              "aws:s3/bucketV2:BucketV2",
              "grants.uri",
              "not be a group of everybody",
              "http://acs.amazonaws.com/groups/global/AllUsers",
              "http://acs.amazonaws.com/groups/global/AuthenticatedUsers")
          .wrong(
              "aws:s3/objectCopy:ObjectCopy",
              "grants.uri",
              "not be a group of everybody",
              "http://acs.amazonaws.com/groups/global/AllUsers",
              "http://acs.amazonaws.com/groups/global/AuthenticatedUsers")
          .wrong(
              "aws:s3/bucketLoggingV2:BucketLoggingV2",
              "targetGrants.grantee.uri",
              "not be a group of everybody",
              "http://acs.amazonaws.com/groups/global/AllUsers",
              "http://acs.amazonaws.com/groups/global/AuthenticatedUsers")
          .wrong(
              "aws:dms/endpoint:Endpoint",
              "s3Settings.cannedAclForObjects",
              "be private, or be left out",
              "public-read",
              "public-read-write",
              "authenticated-read")
          .wrong(
              "aws:iot/topicRule:TopicRule",
              "s3.cannedAcl",
              "be private, or be left out",
              "public-read",
              "public-read-write",
              "authenticated-read")
          .wrong(
              "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
              "rule.objectOwnership",
              "be BucketOwnerEnforced",
              "ObjectWriter");

  @Override
  public String explanation() {
    return "Access control lists stand beside all policies; one canned word opens a bucket"
        + " to the world.";
  }

  @Override
  public String fix() {
    return "leave access control lists off (objectOwnership BucketOwnerEnforced) and use the"
        + " bucket policy";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_access_control.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
