package vn.lienket.assignment.web;

import java.util.List;

/** One page of absences, the latest first. */
record AbsenceList(List<AbsenceView> items, int page, int size, long total) {}
