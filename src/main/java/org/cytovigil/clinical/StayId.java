package org.cytovigil.clinical;

/**
 * Names a stay.
 *
 * @param value the identifier as the source gave it
 */
public record StayId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
