package vn.lienket.consulting;

import java.time.LocalDate;
import vn.lienket.document.PaperType;

/**
 * What tells a paper from its draft.
 *
 * @param number and sign, or null for a draft
 * @param date null for a draft
 * @param signer the leader's name, or null if the organisation has none
 */
record PaperHead(PaperType type, String number, LocalDate date, String signer) {}
