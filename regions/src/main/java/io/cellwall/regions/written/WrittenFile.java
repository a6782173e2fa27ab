package io.cellwall.regions.written;

/**
 * One file as written.
 *
 * @param subject what findings call it: {@code cells/eu-west-1-cell-03}
 * @param name the name that the file's own name gives
 * @param content its keys; where the file could not be parsed at all, every field is broken
 */
public record WrittenFile<N, T>(String subject, Field<N> name, T content) {}
