package io.cellwall.rehearsal.cloud;

import io.cellwall.policies.graph.Value;

/**
 * What is asked for.
 *
 * @param urn the resource's URN: where the digits of its id are drawn from
 * @param type type token
 * @param name logical name in the program
 * @param place where it shall be
 * @param inputs its inputs, checked and named
 */
public record Order(String urn, String type, String name, Place place, Value.Fields inputs) {}
