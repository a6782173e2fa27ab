package io.cellwall.fleet;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Cellwall.class.getPackage().getImplementationVersion();
    return new String[] {"cellwall " + (version == null ? "(not packaged)" : version)};
  }
}
