package io.cellwall.rehearsal.cloud;

/** The call was carried out, and its answer never arrived. */
public final class LostAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LostAnswer(String what) {
    super(what + ": connection reset while the answer was awaited");
  }
}
