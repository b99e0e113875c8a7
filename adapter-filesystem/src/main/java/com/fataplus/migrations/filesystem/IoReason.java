package com.fataplus.migrations.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file operation failed, in a few words for people; the path is told beside it. */
public final class IoReason {
    private IoReason() {}

    /** The words for a failure. */
    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException ignored -> "no such file or folder";
            case AccessDeniedException ignored -> "permission denied";
            case FileAlreadyExistsException ignored -> "it exists already";
            case NotDirectoryException ignored -> "not a folder";
            case FileSystemException told when told.getReason() != null -> lowerCase(told.getReason());
            case IOException told when told.getMessage() != null -> lowerCase(told.getMessage());
            case IOException unsaid -> unsaid.getClass().getSimpleName();
        };
    }

    private static String lowerCase(String reason) {
        return reason.isEmpty() ? reason : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
