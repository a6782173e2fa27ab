package io.cellwall.policies.proof.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which property of which type holds a policy, and which other property says of what. A type that
 * is not here and holds a policy anyway governs itself.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html">AWS
 *     services that work with IAM</a>
 */
final class PolicyProperties {

  /** Whose policies let in nobody: they say what their holder may do, or what may pass. */
  private static final Set<String> NOT_OF_RESOURCES =
      Set.of(
          "aws:iam/policy:Policy",
          "aws:iam/rolePolicy:RolePolicy",
          "aws:iam/userPolicy:UserPolicy",
          "aws:iam/groupPolicy:GroupPolicy",
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          "aws:ec2/vpcEndpoint:VpcEndpoint",
          "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
          "aws:organizations/policy:Policy",
          "aws:iot/policy:Policy",
          "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
          "aws:identitystore/user:User");

  /** Names that hold nothing but policies: a value that is not known yet counts as one. */
  private static final Set<String> NAMES =
      Set.of(
          "assumeRolePolicy",
          "policy",
          "policyDocument",
          "policyText",
          "accessPolicy",
          "accessPolicies",
          "resourcePolicy");

  /** Types whose {@code policy} is no policy of IAM. */
  private static final Set<String> OTHER_POLICIES =
      Set.of(
          "aws:ecr/lifecyclePolicy:LifecyclePolicy",
          "aws:appautoscaling/policy:Policy",
          "aws:autoscaling/policy:Policy",
          "aws:dlm/lifecyclePolicy:LifecyclePolicy",
          "aws:fms/policy:Policy",
          "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
          "aws:networkmanager/coreNetworkPolicyAttachment:CoreNetworkPolicyAttachment",
          "aws:verifiedpermissions/policy:Policy",
          "aws:resiliencehub/resiliencyPolicy:ResiliencyPolicy");

  private static final Map<String, String> SUBJECTS = new HashMap<>();

  static {
    subject("s3/bucketPolicy", "bucket");
    subject("s3control/bucketPolicy", "bucket");
    subject("s3control/accessPointPolicy", "accessPointArn");
    subject("s3control/objectLambdaAccessPointPolicy", "name");
    subject("sqs/queuePolicy", "queueUrl");
    subject("sns/topicPolicy", "arn");
    subject("kms/keyPolicy", "keyId");
    subject("secretsmanager/secretPolicy", "secretArn");
    subject("ecr/repositoryPolicy", "repository");
    subject("ecrpublic/repositoryPolicy", "repositoryName");
    subject("dynamodb/resourcePolicy", "resourceArn");
    subject("backup/vaultPolicy", "backupVaultName");
    subject("cloudwatch/eventBusPolicy", "eventBusName");
    subject("cloudwatch/logDestinationPolicy", "destinationName");
    subject("cloudwatch/logDeliveryDestinationPolicy", "deliveryDestinationName");
    subject("efs/fileSystemPolicy", "fileSystemId");
    subject("kinesis/resourcePolicy", "resourceArn");
    subject("opensearch/domainPolicy", "domainName");
    subject("elasticsearch/domainPolicy", "domainName");
    subject("codeartifact/domainPermissionsPolicy", "domain");
    subject("codeartifact/repositoryPermissionsPolicy", "repository");
    subject("apigateway/restApiPolicy", "restApiId");
    subject("mediastore/containerPolicy", "containerName");
    subject("msk/clusterPolicy", "clusterArn");
    subject("vpclattice/authPolicy", "resourceIdentifier");
    subject("vpclattice/resourcePolicy", "resourceArn");
    subject("networkfirewall/resourcePolicy", "resourceArn");
    subject("acmpca/policy", "resourceArn");
    subject("ses/identityPolicy", "identity");
    subject("sesv2/emailIdentityPolicy", "emailIdentity");
    subject("s3tables/tableBucketPolicy", "tableBucketArn");
    subject("s3tables/tablePolicy", "tableBucketArn");
    subject("glacier/vaultLock", "vaultName");
  }

  private PolicyProperties() {}

  private static void subject(String type, String property) {
    SUBJECTS.put(type, property);
  }

  /** The property that says what a policy of this type is of; empty: the resource itself. */
  static Optional<String> subjectOf(String type) {
    return Optional.ofNullable(SUBJECTS.get(module(type)));
  }

  /** {@code s3/bucketPolicy} of {@code aws:s3/bucketPolicy:BucketPolicy}. */
  static String module(String type) {
    String[] parts = type.split(":", 3);
    return parts.length < 3 ? type : parts[1];
  }

  /** Tells whether policies that stand at this type let anybody in at all. */
  static boolean mayLetIn(String type) {
    return type.startsWith("aws:") && !NOT_OF_RESOURCES.contains(type);
  }

  /** Tells whether a property of this name holds a policy, whatever its value. */
  static boolean holdsPolicy(String type, String property) {
    return NAMES.contains(property) && !OTHER_POLICIES.contains(type);
  }
}
