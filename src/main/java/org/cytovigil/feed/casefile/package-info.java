/** Reads case files: small courses of one patient each, written as JSON. */
@NullMarked
package org.cytovigil.feed.casefile;

import org.jspecify.annotations.NullMarked;
