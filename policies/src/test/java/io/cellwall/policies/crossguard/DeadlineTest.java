package io.cellwall.policies.crossguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void should_give_what_the_work_gives_and_throw_what_it_throws() throws Exception {
    Deadline deadline = new Deadline(Duration.ofMinutes(1));

    assertThat(deadline.within(() -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () ->
                deadline.within(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  void should_give_up_on_work_that_never_ends() {
    // GIVEN work that waits for what never comes
    CountDownLatch never = new CountDownLatch(1);

    // THEN
    assertThatThrownBy(
            () ->
                new Deadline(Duration.ofMillis(20))
                    .within(
                        () -> {
                          never.await();
                          return "";
                        }))
        .isExactlyInstanceOf(Deadline.OverrunException.class)
        .hasMessageEndingWith(" s, so nothing passes");
  }
}
