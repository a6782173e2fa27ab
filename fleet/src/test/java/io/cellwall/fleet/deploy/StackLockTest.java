package io.cellwall.fleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {

  @TempDir Path folder;

  @Test
  void should_be_held_by_one_at_a_time_and_say_by_whom() throws StackLock.HeldException {
    // GIVEN
    Path file = folder.resolve("deep").resolve("lock");

    // WHEN
    try (StackLock held = StackLock.take(file)) {
      // THEN
      assertThat(held).isNotNull();
      assertThatExceptionOfType(StackLock.HeldException.class)
          .isThrownBy(() -> StackLock.take(file))
          .withMessageStartingWith(
              "%s (process %d) since "
                  .formatted(System.getProperty("user.name"), ProcessHandle.current().pid()));
    }

    // THEN it can be taken again
    StackLock.take(file).close();
  }
}
