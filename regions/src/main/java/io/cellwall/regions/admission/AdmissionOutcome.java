package io.cellwall.regions.admission;

import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What came of a descriptor.
 *
 * @param file the file with the facts; present if and only if no finding blocks
 * @param findings why it is refused; warnings of the inventory too
 */
public record AdmissionOutcome(Optional<AdmittedFile> file, List<Finding> findings) {
  public AdmissionOutcome {
    findings = findings.stream().sorted().toList();
  }
}
