package io.cellwall.rehearsal.provider;

import io.cellwall.rehearsal.cloud.LostAnswer;
import io.cellwall.rehearsal.cloud.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** How calls are answered. */
final class Answers {

  private Answers() {}

  static <T> void send(StreamObserver<T> answer, T value) {
    answer.onNext(value);
    answer.onCompleted();
  }

  /** Answers with what the work gives, or with what went wrong. */
  static <T> void answer(StreamObserver<T> answer, Supplier<T> work) {
    T value;
    try {
      value = work.get();
    } catch (Refusal refusal) {
      answer.onError(Status.UNKNOWN.withDescription(refusal.getMessage()).asRuntimeException());
      return;
    } catch (LostAnswer lost) {
      answer.onError(Status.UNAVAILABLE.withDescription(lost.getMessage()).asRuntimeException());
      return;
    } catch (StatusRuntimeException told) {
      answer.onError(told);
      return;
    } catch (RuntimeException defect) {
      answer.onError(
          Status.INTERNAL
              .withDescription("a defect of the rehearsal AWS: " + defect)
              .withCause(defect)
              .asRuntimeException());
      return;
    }
    send(answer, value);
  }
}
