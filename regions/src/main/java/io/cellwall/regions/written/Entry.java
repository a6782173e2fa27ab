package io.cellwall.regions.written;

/**
 * One entry of a mapping whose keys are values themselves, such as the regions of {@code edges}.
 *
 * @param key the key
 * @param value what it holds
 */
public record Entry<K, V>(Field<K> key, Field<V> value) {}
