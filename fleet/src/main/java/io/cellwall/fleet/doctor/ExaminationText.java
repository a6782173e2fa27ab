package io.cellwall.fleet.doctor;

import io.cellwall.fleet.output.Inert;
import java.io.PrintWriter;
import java.util.Locale;

/** An examination for people. */
public final class ExaminationText {

  private ExaminationText() {}

  /** Prints what is wrong and how to mend it, and what could not be seen. */
  static void print(PrintWriter out, Examination examination) {
    findings(out, examination);
    if (!examination.mending().isEmpty()) {
      out.println("to mend it:");
      examination.mending().forEach(each -> out.println("    " + Inert.text(each)));
    }
    examination.unseen().forEach(each -> out.println("not examined: " + Inert.text(each)));
  }

  /** Prints what is wrong. */
  public static void findings(PrintWriter out, Examination examination) {
    for (Ailment ailment : examination.ailments()) {
      out.println(
          "%s: %s: %s"
              .formatted(Inert.text(ailment.subject()), kind(ailment), Inert.text(ailment.what())));
      ailment.decide().forEach(each -> out.println("    " + Inert.text(each)));
    }
  }

  static String kind(Ailment ailment) {
    return ailment.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
