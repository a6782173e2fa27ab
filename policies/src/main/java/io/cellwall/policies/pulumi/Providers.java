package io.cellwall.policies.pulumi;

import java.util.regex.Pattern;

/** Providers by their URNs. */
public final class Providers {

  private static final Pattern DEFAULT =
      Pattern.compile(".*::pulumi:providers:[^:]+::default(?:_[0-9A-Za-z_.+-]*)?");

  private Providers() {}

  /** Tells whether the engine made the provider because nobody declared one. */
  public static boolean isDefault(String urn) {
    return DEFAULT.matcher(urn).matches();
  }
}
