package io.cellwall.fleet.advise;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.model.TimeSpan;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether to have cells, how many and where, and when not to. */
@Command(
    name = "advise",
    description =
        "From users, SLA, residency, latency and recovery objectives: a single cluster, several,"
            + " several regions or cells; how many and where, why, and when not to.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class AdviseCommand implements Callable<Integer> {

  /** How an advice is written. */
  enum AdviceFormat {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--users", required = true, paramLabel = "N", description = "Users, now or soon.")
  private long users;

  @Option(
      names = "--sla",
      required = true,
      paramLabel = "PERCENT",
      description = "What you promise of a month, such as 99.95.")
  private String sla = "";

  @Option(
      names = "--residency",
      required = true,
      paramLabel = "ZONE[=PERCENT]",
      description =
          "Where data must stay: a zone or its law (eu, GDPR, us, in, uk, ch, ca, au, jp, br,"
              + " anywhere), with the share of users; without, the rest in equal parts. May be"
              + " repeated.")
  private List<String> residencies = new ArrayList<>();

  @Option(
      names = "--latency",
      paramLabel = "MS",
      description = "The longest way over the network and back, in milliseconds.")
  private @Nullable Integer latency;

  @Option(
      names = "--rpo",
      paramLabel = "TIME",
      description = "The most data that may be lost with a region, such as 5m.")
  private @Nullable String rpo;

  @Option(
      names = "--rto",
      paramLabel = "TIME",
      description = "The longest wait when a region is lost, such as 15m.")
  private @Nullable String rto;

  @Option(
      names = "--users-per-cell",
      paramLabel = "N",
      description = "What one cluster with its database carries; default ${DEFAULT-VALUE}.")
  private long usersPerCell = Asker.Assumed.USUAL.usersPerCell();

  @Option(
      names = "--incidents",
      paramLabel = "N",
      description = "Own mistakes a month that users notice; default ${DEFAULT-VALUE}.")
  private int incidents = Asker.Assumed.USUAL.incidents();

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long one lasts; default ${DEFAULT-VALUE}.")
  private int minutes = Asker.Assumed.USUAL.minutes();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private AdviceFormat format = AdviceFormat.TEXT;

  @Override
  public Integer call() {
    Figures figures = Figures.shipped();
    Advice advice = new Advisor(figures).advise(asker(figures));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> AdviceText.print(out, advice, figures);
      case JSON -> JsonOutput.print(out, AdviceJson.of(advice, figures));
      case MARKDOWN -> AdviceMarkdown.print(out, advice, figures);
    }
    out.flush();
    return advice.unmet().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private Asker asker(Figures figures) {
    within("--users", users, 1, 10_000_000_000L);
    within("--users-per-cell", usersPerCell, 1_000, 100_000_000);
    within("--incidents", incidents, 0, 1_000);
    within("--minutes", minutes, 0, 1_440);
    if (latency != null) {
      within("--latency", latency, 1, 10_000);
    }
    if ((users + usersPerCell - 1) / usersPerCell > 10_000) {
      throw new UsageException(
          "more than 10,000 cells would be needed: --users-per-cell is too small for --users");
    }
    return new Asker(
        users,
        slaPercent(),
        Homes.parse(residencies, users, figures),
        Optional.ofNullable(latency),
        time("--rpo", rpo),
        time("--rto", rto),
        new Asker.Assumed(usersPerCell, incidents, minutes));
  }

  private static void within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new UsageException(
          "%s is %d; it must be %,d to %,d".formatted(option, value, least, most));
    }
  }

  private BigDecimal slaPercent() {
    if (!sla.matches("[0-9]{1,2}(\\.[0-9]{1,6})?%?")) {
      throw new UsageException(
          "--sla is \"" + sla + "\"; it must be a percentage below 100, such as 99.95");
    }
    return new BigDecimal(sla.replace("%", ""));
  }

  private static Optional<TimeSpan> time(String option, @Nullable String text) {
    try {
      return Optional.ofNullable(text).map(TimeSpan::parse);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  /** The residencies there are, for a message. */
  static String known(Figures figures) {
    return figures.residencies().stream()
        .map(
            each ->
                each.name()
                    + (each.laws().isEmpty() ? "" : " (" + String.join(", ", each.laws()) + ")"))
        .collect(Collectors.joining(", "));
  }
}
