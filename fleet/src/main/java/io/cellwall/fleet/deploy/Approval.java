package io.cellwall.fleet.deploy;

import java.io.Console;
import java.util.Optional;

/** Asks whoever sits at the terminal. */
interface Approval {

  /** The answer; empty if nobody can be asked. */
  Optional<String> ask(String question);

  /** From the terminal of this process, if standard input and output are one. */
  static Approval ofTerminal() {
    return question -> {
      Console console = System.console();
      return console == null
          ? Optional.empty()
          : Optional.ofNullable(console.readLine("%s", question)).or(() -> Optional.of(""));
    };
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
