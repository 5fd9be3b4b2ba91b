package org.cytovigil.clinical;

/**
 * A body height.
 *
 * @param centimetres centimetres
 */
public record Height(double centimetres) {}
