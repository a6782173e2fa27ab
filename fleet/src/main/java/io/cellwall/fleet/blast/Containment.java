package io.cellwall.fleet.blast;

/**
 * What stands against a failure.
 *
 * @param what what it does
 * @param proof the resource, with the property, or the file of the inventory that shows it
 */
public record Containment(String what, String proof) {}
