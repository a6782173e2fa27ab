package io.cellwall.policies.network.path;

/**
 * Packets of one stack that got to another.
 *
 * @param stack where they arrived
 * @param declared whether they went through a declared service of that stack
 * @param last their last step
 */
record Arrival(String stack, boolean declared, Step last) {}
