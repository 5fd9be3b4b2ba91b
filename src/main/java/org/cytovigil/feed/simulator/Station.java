package org.cytovigil.feed.simulator;

/**
 * What everyone on the ward shares.
 *
 * @param chart where things are written down
 * @param orders what is decided and not yet done
 * @param rounds when vital signs are taken
 * @param chance delays and choices
 */
record Station(Chart chart, Orders orders, Rounds rounds, Chance chance) {}
