package io.cellwall.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.controlplane.review.Acceptance;
import io.cellwall.controlplane.review.Reviewed;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagReportFormat;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS's own rules for solutions, as cdk-nag has them, over the control plane of each kind. */
@Tag("node")
class AwsSolutionsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> KINDS =
      List.of(
          "eu-west-1-cell-03", "eu-central-1-cell-01", "edge-eu-west-1", "edge-eu", "global-edge");

  @TempDir private static Path out;

  private static final List<Acceptance> ACCEPTED = new ArrayList<>();

  /** What cdk-nag said: resource, rule, and the reason of what is accepted. */
  private record Line(String resource, String rule, String compliance, String reason) {}

  private static final List<Line> LINES = new ArrayList<>();
  private static String manifest = "";

  @BeforeAll
  static void synth() throws IOException {
    App app = ExampleStacks.app(out);
    for (String kind : KINDS) {
      ControlPlaneStack stack = new ControlPlaneStack(app, ExampleStacks.plan(kind));
      for (Object construct : stack.getNode().findAll()) {
        if (construct instanceof Reviewed reviewed) {
          reviewed.acceptances().forEach(AwsSolutionsTest::accept);
        }
      }
    }
    Aspects.of(app)
        .add(
            new AwsSolutionsChecks(
                NagPackProps.builder()
                    .reports(true)
                    .reportFormats(List.of(NagReportFormat.JSON))
                    .build()));
    app.synth();
    for (String kind : KINDS) {
      Path report = out.resolve("AwsSolutions-control-plane-" + kind + "-NagReport.json");
      for (JsonNode line : JSON.readTree(Files.readString(report)).get("lines")) {
        LINES.add(
            new Line(
                line.get("resourceId").stringValue(),
                line.get("ruleId").stringValue(),
                line.get("compliance").stringValue(),
                line.get("exceptionReason").stringValue()));
      }
    }
    manifest = Files.readString(out.resolve("manifest.json"));
  }

  private static void accept(Acceptance each) {
    ACCEPTED.add(each);
    NagPackSuppression suppression =
        NagPackSuppression.builder()
            .id(each.rule())
            .reason(each.reason())
            .appliesTo(
                List.of(RegexAppliesTo.builder().regex("/^" + each.finding() + "$/").build()))
            .build();
    NagSuppressions.addResourceSuppressions(each.resource(), List.of(suppression));
  }

  @Test
  void should_have_no_finding_but_those_that_are_accepted_beside_the_construct() {
    TreeSet<String> findings = new TreeSet<>();
    JSON.readTree(manifest)
        .get("artifacts")
        .forEach(
            artifact ->
                artifact
                    .path("metadata")
                    .properties()
                    .forEach(
                        at ->
                            at.getValue()
                                .forEach(
                                    entry -> {
                                      String data = entry.path("data").asString("");
                                      if (data.startsWith("AwsSolutions-")
                                          || data.startsWith("CdkNag")) {
                                        findings.add(at.getKey() + " " + data.strip());
                                      }
                                    })));

    assertThat(findings).isEmpty();
    assertThat(LINES)
        .hasSizeGreaterThan(100)
        .filteredOn(line -> !List.of("Compliant", "Suppressed").contains(line.compliance()))
        .isEmpty();
  }

  @Test
  void should_accept_nothing_that_is_not_found() {
    TreeSet<String> needless = new TreeSet<>();
    ACCEPTED.forEach(each -> needless.add(place(each)));
    for (Acceptance each : ACCEPTED) {
      if (LINES.stream().anyMatch(line -> isFor(line, each))) {
        needless.remove(place(each));
      }
    }

    assertThat(ACCEPTED).hasSizeGreaterThan(50);
    assertThat(needless).isEmpty();
  }

  private static boolean isFor(Line line, Acceptance acceptance) {
    return line.compliance().equals("Suppressed")
        && line.resource().equals(acceptance.resource().getNode().getPath())
        && line.rule().equals(acceptance.rule())
        && Pattern.matches(
            "\\[" + acceptance.finding() + "\\] " + Pattern.quote(acceptance.reason()),
            line.reason());
  }

  // The same place in the code, whichever stack it is for and however many policies it takes.
  private static String place(Acceptance acceptance) {
    String path = acceptance.resource().getNode().getPath();
    return path.substring(path.indexOf('/') + 1).replaceAll("[0-9]+$", "")
        + " "
        + acceptance.rule()
        + ": "
        + acceptance.reason();
  }
}
