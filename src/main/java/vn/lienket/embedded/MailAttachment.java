package vn.lienket.embedded;

/**
 * A file that came with a mail.
 *
 * @param number from 1 within the mail
 * @param mediaType without parameters
 */
record MailAttachment(int number, String fileName, String mediaType, byte[] content) {}
