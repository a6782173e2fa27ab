package io.cellwall.tests.engine;

import pulumirpc.Language.RunRequest;

/** A program that runs in the test's own process when the engine asks for it. */
public interface HostedProgram {

  /**
   * Declares its resources to the engine.
   *
   * @param request says which stack, its configuration, and where the engine listens
   * @throws Exception whatever went wrong; the engine then fails the run with its message
   */
  void run(RunRequest request) throws Exception;
}
