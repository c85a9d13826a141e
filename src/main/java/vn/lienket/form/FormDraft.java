package vn.lienket.form;

import java.time.Instant;

/**
 * What a person has typed into a form.
 *
 * @param content a JSON object, field → value
 */
public record FormDraft(String content, Instant savedAt) {}
