package vn.lienket.consulting;

/**
 * One enterprise of many.
 *
 * @param position in the list or the query, from 1
 * @param caseCode of its new case, or null
 * @param refusal why it gets none, or null
 */
record BulkItem(int position, String taxCode, String caseCode, String refusal) {

    static BulkItem waiting(int position, String taxCode) {
        return new BulkItem(position, taxCode, null, null);
    }

    BulkItem opened(String code) {
        return new BulkItem(position, taxCode, code, null);
    }

    BulkItem refused(String reason) {
        return new BulkItem(position, taxCode, null, reason);
    }
}
