package vn.lienket.cases;

import java.util.List;

/**
 * What comes of ending a case before its time, in words.
 *
 * @param told whom the product tells of it by mail, e.g. "Chuyên viên, lãnh đạo: Sở Thông tin và Truyền thông tỉnh Tây Ninh"
 * @param follows sentences on what follows besides that nobody has to do its open tasks any more
 */
public record Aftermath(List<String> told, List<String> follows) {

    /** Officers and leaders of an organisation. */
    public static String office(String organisationName) {
        return "Chuyên viên, lãnh đạo: " + organisationName;
    }
}
