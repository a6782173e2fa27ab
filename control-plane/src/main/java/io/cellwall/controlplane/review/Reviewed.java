package io.cellwall.controlplane.review;

import java.util.List;

/** A construct with findings that stand. */
public interface Reviewed {

  /** The findings, of resources that this construct declares itself. */
  List<Acceptance> acceptances();
}
