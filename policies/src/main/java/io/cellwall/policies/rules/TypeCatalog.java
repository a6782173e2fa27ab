package io.cellwall.policies.rules;

/** What is known of the provider's resource types. */
public interface TypeCatalog {

  /** Tells whether resources of this type carry tags as a map. */
  boolean taggable(String type);
}
