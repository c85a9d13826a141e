package vn.lienket.report;

import java.time.LocalDate;

/** The entry in the register of the organisation that issues the report: its number, e.g. {@code 05/BC-STTTT}, and its day. */
public record ReportRegistration(int year, int sequence, String number, LocalDate on, String clerk) {}
