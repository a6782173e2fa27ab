package io.cellwall.cell.role;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;

/** Whom roles of a cell trust: services and pods that act for this account, and nobody else. */
public final class Trust {

  private Trust() {}

  /**
   * A service that acts for a resource of the cell.
   *
   * @param service the service principal, the same in every partition unless AWS says otherwise
   * @param source ARN pattern of the resource that the service acts for
   */
  public static PolicyDocument service(Place place, String service, Arn source) {
    return PolicyDocument.of(
        byService(place, service).when("ArnLike", "aws:SourceArn", source.toString()));
  }

  /**
   * EKS, for the cell's cluster. With Auto Mode it also tags the session.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html">Auto
   *     Mode cluster role</a>
   */
  public static PolicyDocument cluster(Place place, Arn cluster) {
    return PolicyDocument.of(
        byService(place, "eks.amazonaws.com")
            .actions("sts:AssumeRole", "sts:TagSession")
            .when("ArnLike", "aws:SourceArn", cluster.toString()));
  }

  private static Statement byService(Place place, String service) {
    return Statement.allow("ActForThisCell")
        .by(Principal.service(service))
        .actions("sts:AssumeRole")
        .when("StringEquals", "aws:SourceAccount", place.account().value());
  }

  /**
   * EC2, for instances of the cell. EC2 sends no source: who may hand the role to an instance is
   * the permission {@code iam:PassRole}, which the boundary keeps inside the account.
   */
  public static PolicyDocument instances(Place place) {
    return PolicyDocument.of(
        Statement.allow("RunAsNode")
            .by(Principal.service("ec2." + place.region().dnsSuffix()))
            .actions("sts:AssumeRole"));
  }

  /**
   * Pods with one service account of the cell's cluster.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html">Trust policy
   *     for EKS Pod Identity</a>
   */
  public static PolicyDocument pods(Place place, Arn cluster, ServiceAccount account) {
    return PolicyDocument.of(
        Statement.allow("ActForPods")
            .by(Principal.service("pods.eks.amazonaws.com"))
            .actions("sts:AssumeRole", "sts:TagSession")
            .when("StringEquals", "aws:SourceAccount", place.account().value())
            .when("StringEquals", "aws:RequestTag/kubernetes-namespace", account.namespace())
            .when("StringEquals", "aws:RequestTag/kubernetes-service-account", account.name())
            .when("ArnEquals", "aws:SourceArn", cluster.toString()));
  }
}
