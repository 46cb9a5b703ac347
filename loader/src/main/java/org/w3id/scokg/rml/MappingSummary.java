package org.w3id.scokg.rml;

/**
 * What a mapping has done. The records read are those mapped and those rejected.
 *
 * @param read how many records its sources have
 * @param rejected how many of them were left out whole
 * @param statements how many statements were made; the same one made twice counts twice
 */
public record MappingSummary(long read, long rejected, long statements) {}
