package io.cellwall.regions.model;

/**
 * What a size class holds.
 *
 * @param users the most users a cell of the class may serve
 * @param prefixLength the prefix length of the cell's address block, 16 to 20
 */
public record SizeClass(long users, int prefixLength) {}
