package io.cellwall.rehearsal.cloud;

/** The resource was created, and then something went wrong with it. */
public final class Unfinished extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient CloudObject object;

  Unfinished(CloudObject object) {
    super(object.title() + " was created and never became ready");
    this.object = object;
  }

  /** What exists nevertheless. */
  public CloudObject object() {
    return object;
  }
}
