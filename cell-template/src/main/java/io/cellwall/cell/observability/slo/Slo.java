package io.cellwall.cell.observability.slo;

/**
 * A service level objective of a cell.
 *
 * @param name unique in the cell; the {@code slo} label of its series
 * @param objective the share of events that must be good over 30 days
 * @param promise what is promised, as one sentence for people, without the number
 * @param sli how bad and all events are counted
 */
public record Slo(SloName name, Objective objective, String promise, Sli sli) {

  public Slo {
    // The sentence goes into alert annotations, which Prometheus expands as a template, and on into
    // messages that some receivers read as JSON.
    if (promise.isBlank() || promise.matches("(?s).*[{}\"\\\\\\p{Cntrl}].*")) {
      throw new IllegalArgumentException(
          "SLO "
              + name
              + ": promise \""
              + promise
              + "\" must be one plain sentence, without braces, double quotes, backslashes or line"
              + " breaks");
    }
  }
}
