package vn.lienket.comparison;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What has changed from one document of a case to another. */
public record DocumentComparison(
        String caseCode,
        ComparedDocument from,
        ComparedDocument to,
        @JsonUnwrapped Comparison comparison) {}
