package io.cellwall.fleet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * One stack as the engine has it.
 *
 * @param pulumi the engine, in the folder of the project
 * @param project the project
 * @param name the stack's name
 */
public record EngineStack(PulumiCli pulumi, PulumiProject project, String name) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The version of the engine. */
  public String version() {
    return pulumi.text(List.of("version")).strip();
  }

  /**
   * The URL of the backend that has, or would have, the stack.
   *
   * @throws PulumiFailedException if nobody is logged in to one
   */
  public String backend() {
    return JSON.readTree(pulumi.text(List.of("whoami", "--verbose", "--json", "--non-interactive")))
        .path("url")
        .asString("");
  }

  /** The stack's state; empty if the backend has no such stack. */
  public Optional<StackState> state() {
    try {
      return Optional.of(
          StackState.read(
              pulumi.text(List.of("stack", "export", "--stack", name, "--non-interactive"))));
    } catch (PulumiFailedException e) {
      if (String.valueOf(e.getMessage()).contains("no stack named")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Makes the stack, empty.
   *
   * @param secretsProvider what encrypts its secrets; if none, the backend's own or a passphrase
   */
  public void init(Optional<String> secretsProvider) {
    List<String> command =
        new ArrayList<>(List.of("stack", "init", name, "--no-select", "--non-interactive"));
    secretsProvider.ifPresent(each -> command.addAll(List.of("--secrets-provider", each)));
    String unused = pulumi.text(command);
  }

  /** The locks that updates hold on it; nothing if only the engine can look. */
  public Optional<List<BackendLock>> locks() {
    return BackendLock.of(backend(), project.name(), name);
  }

  /** Runs a command on it; see {@link PulumiCli#run}. */
  public Outcome run(List<String> command, Consumer<Outcome.Step> watcher) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--stack", name));
    return pulumi.run(all, watcher);
  }
}
