package io.cellwall.rehearsal.cloud;

import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** Calls, and what faults make of them. */
final class FaultyCalls {

  /** How long a process takes to die, in milliseconds. */
  private static final long DYING = 200;

  private final Faults faults;
  private final ReadWriteLock underway = new ReentrantReadWriteLock(true);

  FaultyCalls(Faults faults) {
    this.faults = faults;
  }

  /**
   * A call that was carried out.
   *
   * @param object what it was about
   * @param fault what went wrong with it all the same
   */
  record Done(CloudObject object, Optional<Fault> fault) {}

  /**
   * Makes a call. Whoever dies, dies between calls: each one that began is carried out, or never
   * was.
   *
   * @param carriedOut carries it out, or refuses it as the fault wants
   * @throws LostAnswer if the answer gets lost
   */
  Done whole(String call, Order order, Function<Optional<Fault>, CloudObject> carriedOut) {
    Optional<Fault> fault;
    CloudObject object;
    underway.readLock().lock();
    try {
      fault = before(call, order);
      object = carriedOut.apply(fault);
    } finally {
      underway.readLock().unlock();
    }
    fault.ifPresent(each -> after(each, object.title()));
    return new Done(object, fault);
  }

  private Optional<Fault> before(String call, Order order) {
    Optional<Fault> fault = faults.next(call, order);
    if (fault.filter(each -> each.kind() == Fault.Kind.SLOW).isPresent()) {
      pause(Long.parseLong(fault.get().argument()));
    }
    return fault;
  }

  /** How AWS refuses a call with this fault, if it does. */
  static Optional<Refusal> refusal(Fault fault, Order order) {
    return switch (fault.kind()) {
      case REFUSE ->
          Optional.of(new Refusal("AccessDenied", "refused, as this rehearsal was told to"));
      case THROTTLE -> Optional.of(new Refusal("ThrottlingException", "Rate exceeded, 25 times"));
      case REGION_DOWN ->
          Optional.of(
              new Refusal("ServiceUnavailable", "no answer from " + order.place().region()));
      case FAIL_AFTER, DIE, LOSE, SLOW -> Optional.empty();
    };
  }

  // A moment later: what else is under way is carried out too, and its answer lost as well.
  private void after(Fault fault, String what) {
    if (fault.kind() == Fault.Kind.DIE) {
      pause(DYING);
      underway.writeLock().lock();
      Runtime.getRuntime().halt(137);
    }
    if (fault.kind() == Fault.Kind.LOSE) {
      throw new LostAnswer(what);
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
