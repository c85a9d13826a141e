package vn.lienket.programme;

import java.util.List;

/** The activities of a year's programme are open, each with its process, by code. */
public record ProgrammeOpened(ProgrammeOpening opening, List<ActivityLine> activities) {}
