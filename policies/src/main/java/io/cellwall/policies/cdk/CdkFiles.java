package io.cellwall.policies.cdk;

import java.nio.file.Path;

/** Files as the CDK names them. */
final class CdkFiles {

  private CdkFiles() {}

  /** The same file is the same path, whoever wrote it. */
  static Path normal(String file) {
    return Path.of(file).toAbsolutePath().normalize();
  }
}
