/** Takes in FHIR R4 resources: files, folders, and servers that are asked again and again. */
@NullMarked
package org.cytovigil.feed.fhir;

import org.jspecify.annotations.NullMarked;
