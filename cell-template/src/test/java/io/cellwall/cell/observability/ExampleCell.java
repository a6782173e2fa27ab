package io.cellwall.cell.observability;

import io.cellwall.cell.observability.rules.AlertTopic;
import io.cellwall.cell.observability.rules.ComparisonLimits;
import io.cellwall.cell.observability.rules.RuleFile;
import io.cellwall.cell.observability.rules.ZoneComparison;
import io.cellwall.cell.observability.slo.EnvoyIngress;
import io.cellwall.cell.observability.slo.Slo;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Compute;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/** The cell and the zone that the tests of this package are about. */
@NullMarked
final class ExampleCell {

  static final ZoneName EU = ZoneName.parse("eu");

  private ExampleCell() {}

  static Cell of(String name) {
    CellName cell = CellName.parse(name);
    return new Cell(
        cell,
        EU,
        AccountId.parse("206626436606"),
        Cidr.parse("10.18.64.0/18"),
        CellSize.MEDIUM,
        78_000,
        CellState.ACTIVE,
        List.of(AvailabilityZoneId.parse("euw1-az1"), AvailabilityZoneId.parse("euw1-az2")),
        NatGateways.PER_ZONE,
        new Compute(
            NodeProvisioning.AUTO_MODE, KubernetesVersion.parse("1.34"), Mesh.NONE, List.of()),
        new FailurePolicy.FailFast(),
        Optional.empty(),
        Release.parse("2026.11.0"),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty());
  }

  static ObservabilityTexts plan() {
    return ObservabilityTexts.of(of("eu-west-1-cell-03"));
  }

  static AlertTopic topic() {
    return AlertTopic.parse("arn:aws:sns:eu-west-1:206626436606:eu-west-1-cell-03-alerts");
  }

  /** The comparison of the first cells of eu-west-1, for availability only. */
  static RuleFile comparison(int cells) {
    return new ZoneComparison(
            EU,
            IntStream.rangeClosed(1, cells)
                .mapToObj(number -> CellName.parse("eu-west-1-cell-%02d".formatted(number)))
                .toList(),
            List.of(availability().name()),
            ComparisonLimits.DEFAULT)
        .ruleFile();
  }

  static Slo availability() {
    return EnvoyIngress.slos().get(0);
  }
}
