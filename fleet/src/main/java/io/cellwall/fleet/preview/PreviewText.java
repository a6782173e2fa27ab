package io.cellwall.fleet.preview;

import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.JudgementText;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A preview as people read it: a line per stack, its resources by service, its findings. */
final class PreviewText {

  private PreviewText() {}

  static void print(PrintWriter out, FleetPreview preview) {
    FindingText.print(out, preview.inventoryFindings(), 0);
    int width = preview.stacks().stream().mapToInt(s -> s.name().length()).max().orElse(0);
    for (StackPreview stack : preview.stacks()) {
      printStack(out, stack, width);
    }
    preview
        .connectors()
        .forEach(
            pair ->
                out.printf(
                    "connector: %s stands by for %s, zone %s; the one replication between them%n",
                    pair.standby(), pair.primary(), pair.zone()));
    out.println(summary(preview));
  }

  private static void printStack(PrintWriter out, StackPreview stack, int width) {
    SortedMap<String, Long> types = stack.resourcesByType();
    out.printf(
        "%-" + width + "s  %s  %s  %d resources  %s%s%n",
        stack.name(),
        stack.program().zone(),
        stack.program().region(),
        types.values().stream().mapToLong(Long::longValue).sum(),
        seconds(stack.time()),
        stack.unchanged() ? " (unchanged)" : "");
    byService(types)
        .forEach((service, ofService) -> out.println("    " + service + ": " + listed(ofService)));
    JudgementText.print(out, stack.judgement(), 4);
    out.println("    " + ReportPrinter.verdict(stack.judgement()));
  }

  // aws:ec2/vpc:Vpc is Vpc of ec2, and AWS::KMS::Key is Key of kms.
  private static SortedMap<String, SortedMap<String, Long>> byService(Map<String, Long> types) {
    SortedMap<String, SortedMap<String, Long>> services = new TreeMap<>();
    types.forEach(
        (type, count) -> {
          String[] parts = type.replace("::", ":").split(":", 3);
          String service =
              parts[parts.length > 1 ? 1 : 0].split("/", 2)[0].toLowerCase(Locale.ROOT);
          services
              .computeIfAbsent(service, each -> new TreeMap<>())
              .merge(parts[parts.length - 1], count, Long::sum);
        });
    return services;
  }

  private static String listed(Map<String, Long> types) {
    return types.entrySet().stream()
        .map(type -> type.getValue() + " " + type.getKey())
        .collect(Collectors.joining(", "));
  }

  static String summary(FleetPreview preview) {
    List<StackPreview> stacks = preview.stacks();
    long resources =
        stacks.stream().flatMap(s -> s.resourcesByType().values().stream()).mapToLong(c -> c).sum();
    long unchanged = stacks.stream().filter(StackPreview::unchanged).count();
    return "%nStacks: %d, %d planned now, %d unchanged. Resources: %d. Violations: %d. Undecided: %d. Warnings: %d. Waived: %d. Time: %s."
        .formatted(
            stacks.size(),
            stacks.size() - unchanged,
            unchanged,
            resources,
            count(preview, Severity.VIOLATION),
            count(preview, Severity.UNDECIDED),
            count(preview, Severity.WARNING),
            stacks.stream().mapToLong(stack -> stack.judgement().waived().size()).sum(),
            seconds(preview.time()));
  }

  private static long count(FleetPreview preview, Severity severity) {
    Stream<Finding> all =
        Stream.concat(
            preview.inventoryFindings().stream(),
            preview.stacks().stream().flatMap(stack -> stack.findings().stream()));
    return all.filter(finding -> finding.severity() == severity).count();
  }

  private static String seconds(Duration time) {
    return "%.2f s".formatted(time.toMillis() / 1000.0);
  }
}
