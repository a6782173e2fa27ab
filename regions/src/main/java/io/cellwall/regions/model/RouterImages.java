package io.cellwall.regions.model;

/**
 * What the routers of every region run, by digest.
 *
 * @param envoy the proxy
 * @param lookup the service that tells the proxy a tenant's home cell
 */
public record RouterImages(ImageDigest envoy, ImageDigest lookup) {}
