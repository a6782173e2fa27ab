package io.cellwall.fleet.deploy;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks whoever sits at the terminal. */
interface Approval {

  /** The answer; empty if nobody can be asked. */
  Optional<String> ask(String question);

  /** From the terminal of this process, if standard input and output are one. */
  static Approval ofTerminal() {
    return question -> {
      Console console = console();
      return console == null
          ? Optional.empty()
          : Optional.ofNullable(console.readLine("%s", question)).or(() -> Optional.of(""));
    };
  }

  // Before JDK 22 there is no console without a terminal; since then there always is one, and it
  // says whether it is a terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable Console console() {
    Console console = System.console();
    if (console == null) {
      return null;
    }
    try {
      Method asked = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(asked.invoke(console)) ? console : null;
    } catch (NoSuchMethodException e) {
      return console;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Where there is nobody. */
  static Approval ofNobody() {
    return question -> Optional.empty();
  }

  /** Of somebody who said yes beforehand. */
  static Approval given(String stack) {
    return question -> Optional.of(stack);
  }
}
