package org.cytovigil.cli;

import picocli.CommandLine.Command;

/** The program itself; without a command it opens the application. */
@Command(
        name = "cytovigil",
        description = "Charts, grades and alerts cytokine release syndrome after CAR-T infusion.",
        footer = "Supports, never replaces, bedside alarms and clinical judgement.",
        mixinStandardHelpOptions = true,
        version = "CytoVigil 0.1.0",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the input was rejected; the message names file, place and reason",
            "2:wrong use",
            "3:internal error, with a code"
        },
        subcommands = {GradeCommand.class, ImportCommand.class, TimelineCommand.class, QuarantineCommand.class})
final class CytoVigilCommand {}
