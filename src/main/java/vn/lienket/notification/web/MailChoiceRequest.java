package vn.lienket.notification.web;

import java.util.Map;

/**
 * What a person wants.
 *
 * @param choices kind of mail → when; what is not named stays as it is
 */
record MailChoiceRequest(Map<String, String> choices) {}
