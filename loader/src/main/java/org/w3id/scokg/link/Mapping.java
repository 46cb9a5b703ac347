package org.w3id.scokg.link;

import org.eclipse.rdf4j.model.IRI;
import org.w3id.scokg.diagnostic.Location;

/**
 * One row of a mapping set: how an entity of ours relates to one of somebody else's.
 *
 * @param location the line on which the row starts
 * @param subject our entity
 * @param predicate the relation
 * @param object their entity
 * @param asserted whether the relation holds; it does not where the row denies it ({@code Not}) or
 *     says that there is no such entity ({@code sssom:NoTermFound})
 */
public record Mapping(
    Location location, IRI subject, IRI predicate, IRI object, boolean asserted) {}
