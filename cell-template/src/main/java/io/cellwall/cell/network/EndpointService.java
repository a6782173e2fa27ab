package io.cellwall.cell.network;

import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Region;

/**
 * A service of AWS that the cell reaches by an interface endpoint. To add one, add a constant; its
 * name is the last part of the endpoint service's name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">Services
 *     that integrate with PrivateLink</a>
 */
public enum EndpointService {
  /** Images: the registry's API. */
  ECR_API("ecr.api", "ecr", Prefix.OF_PARTITION),
  /** Images: the registry as container runtimes speak to it. */
  ECR_DKR("ecr.dkr", "ecr", Prefix.OF_PARTITION),
  /** Credentials. */
  STS("sts", "sts", Prefix.OF_PARTITION),
  /** Keys. */
  KMS("kms", "kms", Prefix.EVERYWHERE_THE_SAME),
  /** Secrets. */
  SECRETS_MANAGER("secretsmanager", "secretsmanager", Prefix.EVERYWHERE_THE_SAME),
  /** Log groups. */
  LOGS("logs", "logs", Prefix.EVERYWHERE_THE_SAME),
  /** Queues. */
  SQS("sqs", "sqs", Prefix.OF_PARTITION),
  /** Network interfaces and volumes of nodes and pods. */
  EC2("ec2", "ec2", Prefix.OF_PARTITION),
  /** The cluster, as nodes and the installer ask for it. */
  EKS("eks", "eks", Prefix.OF_PARTITION),
  /** Credentials of pods, by Pod Identity. */
  EKS_AUTH("eks-auth", "eks-auth", Prefix.EVERYWHERE_THE_SAME),
  /** The metrics of the cell's workspace. China has no such service. */
  PROMETHEUS("aps-workspaces", "aps", Prefix.EVERYWHERE_THE_SAME) {
    @Override
    boolean serves(Region region, NodeProvisioning nodes) {
      return region.offers("aps");
    }
  },
  /** Parameters, and sessions on nodes. */
  SSM("ssm", "ssm", Prefix.EVERYWHERE_THE_SAME),
  /** The channel of sessions. Agents of today ask nothing of ec2messages. */
  SSM_MESSAGES("ssmmessages", "ssmmessages", Prefix.EVERYWHERE_THE_SAME),
  /** Target groups, for the controller that binds pods to them; with Auto Mode that is AWS's. */
  ELASTIC_LOAD_BALANCING(
      "elasticloadbalancing", "elasticloadbalancing", Prefix.EVERYWHERE_THE_SAME) {
    @Override
    boolean serves(Region region, NodeProvisioning nodes) {
      // https://docs.amazonaws.cn/en_us/aws/latest/userguide/elb.html
      return nodes == NodeProvisioning.NODE_GROUPS && !region.partition().equals("aws-cn");
    }
  },
  /** Node groups' sizes, for the cluster autoscaler; with Auto Mode that is AWS's. */
  AUTO_SCALING("autoscaling", "autoscaling", Prefix.OF_PARTITION) {
    @Override
    boolean serves(Region region, NodeProvisioning nodes) {
      return nodes == NodeProvisioning.NODE_GROUPS;
    }
  };

  // What endpoint services of AWS are called before the region. In China some are called after the
  // partition and some are not:
  // https://docs.amazonaws.cn/en_us/vpc/latest/privatelink/aws-services-privatelink-support.html
  private enum Prefix {
    EVERYWHERE_THE_SAME,
    OF_PARTITION
  }

  private final String named;
  private final String actions;
  private final Prefix prefix;

  EndpointService(String named, String actions, Prefix prefix) {
    this.named = named;
    this.actions = actions;
    this.prefix = prefix;
  }

  /** Whether the cell has a use for it, and the region has it. */
  boolean serves(Region region, NodeProvisioning nodes) {
    return true;
  }

  /** How the endpoint's name spells the service: {@code ecr-api}. */
  String part() {
    return named.replace('.', '-');
  }

  /** The service's name in actions: {@code ecr}. */
  String actions() {
    return actions;
  }

  /** The endpoint service's name in a region: {@code com.amazonaws.eu-west-1.ecr.api}. */
  String nameIn(Region region) {
    boolean china = prefix == Prefix.OF_PARTITION && region.partition().equals("aws-cn");
    return (china ? "cn." : "") + "com.amazonaws." + region.code() + "." + named;
  }
}
