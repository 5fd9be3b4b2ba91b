package org.cytovigil.feed.folder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a watched folder is doing, without names, which may hold a patient's.
 *
 * @param done files taken since the start
 * @param rejected files rejected since the start
 * @param waiting files that are there and not yet taken, or not yet moved
 * @param troubled those of them, and folders among them, that somebody must look after
 * @param readable whether the folder itself could be read last
 * @param last when a file was taken or rejected last; {@code null} for none since the start
 */
public record FolderStatus(
        long done,
        long rejected,
        int waiting,
        int troubled,
        boolean readable,
        @Nullable Instant last) {}
