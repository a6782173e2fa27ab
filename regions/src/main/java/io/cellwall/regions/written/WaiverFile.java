package io.cellwall.regions.written;

import io.cellwall.regions.written.Constraint.Items;
import io.cellwall.regions.written.Constraint.Shaped;
import java.time.LocalDate;
import java.util.List;

/** {@code waivers/<cell>.yaml} or {@code waivers/fleet.yaml} as written. */
@Described("Findings that may stay for a while, each on one resource")
public record WaiverFile(
    @Described("The waivers") @Items(min = 1, max = 1000) Field<List<Field<Granted>>> waivers) {

  /** One waiver. */
  @Described("One finding on one resource that may stay")
  public record Granted(
      @Described("Id of the rule, or of the one finding, as every output shows it")
          @Shaped(
              pattern = "[A-Z][A-Za-z0-9]{2,79}(?:-[0-9a-f]{12})?",
              says = "the id of a rule, or of a finding such as ForeignReference-0123456789ab")
          Field<String> finding,
      @Described("URN of the resource") @Shaped(pattern = "urn:\\S{3,249}", says = "a URN")
          Field<String> resource,
      @Described("Why the finding may stay")
          @Shaped(pattern = "\\S.{1,251}\\S", says = "3 to 253 characters that say why")
          Field<String> reason,
      @Described("Who decided so")
          @Shaped(pattern = "\\S.{1,251}\\S", says = "3 to 253 characters that say who")
          Field<String> approver,
      @Described("Where the decision is written down")
          @Shaped(pattern = "\\S.{1,251}\\S", says = "3 to 253 characters that say where")
          Field<String> ticket,
      @Described("The last day on which it holds, at most 90 days ahead, as 2026-12-31")
          Field<LocalDate> expires) {}

  /** The waivers that are well-formed as far as they are a mapping. */
  public List<Field<Granted>> list() {
    return waivers.value().orElse(List.of());
  }
}
