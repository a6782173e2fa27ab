package io.cellwall.policies.proof.rule;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a proof of the whole fleet can find. Its name in findings is that of the constant. */
public enum ProofRule {
  /** A request that AWS would allow to another stack's account. */
  IAM_PATH_BETWEEN_CELLS(
      "IamPathBetweenCells",
      "Whoever can act on another stack's resource is no longer another blast radius; the witness is"
          + " a request that AWS would allow.",
      "take the other account out of the policy, or bind the statement to this stack's account by"
          + " aws:PrincipalAccount"),
  /** A request that AWS would allow to an account that the inventory does not have. */
  IAM_PATH_FROM_OUTSIDE(
      "IamPathFromOutside",
      "What lets in an account that is not the fleet's, or anybody, lets in everybody who can become"
          + " it, other cells too.",
      "take the account out of the policy, or bind the statement to this stack's account by"
          + " aws:PrincipalAccount"),
  /** A service that would do for any account what it may do for this one. */
  SERVICE_ACTS_FOR_OTHERS(
      "ServiceActsForOthers",
      "A service that a policy lets in without saying for whom acts for whoever asks it, another"
          + " cell too: the confused deputy.",
      "say for whom it may act: StringEquals aws:SourceAccount with this stack's account"),
  /** A packet gets from one stack to another. */
  NETWORK_PATH_BETWEEN_CELLS(
      "NetworkPathBetweenCells",
      "A packet that gets from one stack to another is a crossing, whether or not it is answered.",
      "remove the connector, or the route or filter that the path names"),
  /** Something that could join two stacks' networks and that the inventory does not declare. */
  UNDECLARED_CONNECTOR(
      "UndeclaredConnector",
      "Between cells there is no network. What joins two stacks is PrivateLink from an edge to a cell"
          + " that accepts it, or an accelerator to its zone's routers; nothing else.",
      "remove the connector; what may join two stacks follows from the inventory"),
  /** Two stacks to which the inventory gives one account. */
  SHARED_ACCOUNT(
      "SharedAccount",
      "In one account the roles' own policies decide, and they are not compared. A standby pair shares"
          + " an account because a global database lies in one; its regions are the wall.",
      "nothing, if the pair is meant; else give each cell an account and let backups be its recovery"),
  /** What a proof could not decide. */
  PROOF_UNDECIDED(
      "ProofUndecided",
      "What is not decided is not proven, and blocks.",
      "make the value known, or write the policy so that nothing has to be known of it");

  private final String id;
  private final String explanation;
  private final String fix;

  ProofRule(String id, String explanation, String fix) {
    this.id = id;
    this.explanation = explanation;
    this.fix = fix;
  }

  /** Its id in findings. */
  public String id() {
    return id;
  }

  /** Why it matters. */
  public String explanation() {
    return explanation;
  }

  /** How to fix what it finds. */
  public String fix() {
    return fix;
  }

  /** What AWS says about it. */
  public List<URI> references() {
    String guide = "https://docs.aws.amazon.com/";
    return switch (this) {
      case IAM_PATH_BETWEEN_CELLS, IAM_PATH_FROM_OUTSIDE ->
          List.of(
              URI.create(
                  guide
                      + "IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html"));
      case SERVICE_ACTS_FOR_OTHERS ->
          List.of(URI.create(guide + "IAM/latest/UserGuide/confused-deputy.html"));
      case NETWORK_PATH_BETWEEN_CELLS, UNDECLARED_CONNECTOR ->
          List.of(
              URI.create(guide + "vpc/latest/privatelink/privatelink-share-your-services.html"));
      case SHARED_ACCOUNT ->
          List.of(
              URI.create(guide + "AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html"));
      case PROOF_UNDECIDED -> List.of();
    };
  }

  /** How much its findings weigh. */
  public Severity severity() {
    return switch (this) {
      case PROOF_UNDECIDED -> Severity.UNDECIDED;
      case SHARED_ACCOUNT -> Severity.WARNING;
      default -> Severity.VIOLATION;
    };
  }

  /**
   * A finding of this rule.
   *
   * @param urn the resource
   * @param property the property of it that lets somebody in
   * @param message what it is and what it must be
   * @param way what leads from the property to what lies beyond
   * @param acrossZones whether that is beyond the zone too
   */
  public Finding finding(
      String urn, String property, String message, List<String> way, boolean acrossZones) {
    List<String> path = new java.util.ArrayList<>(List.of(urn, property));
    path.addAll(way);
    Finding finding = new Finding(id, severity(), urn, message, fix, path, Optional.empty());
    return acrossZones ? finding.acrossZones() : finding;
  }
}
