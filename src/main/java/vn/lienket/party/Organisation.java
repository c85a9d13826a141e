package vn.lienket.party;

import java.time.LocalDate;

/**
 * An organisation as the directory knows it. Names change with mergers, so they carry validity dates and a successor.
 *
 * @param id the id of the contract, e.g. {@code binhduong}
 * @param name the full Vietnamese name, e.g. "Sở Thông tin và Truyền thông tỉnh Bình Dương"
 * @param shortName the name in lists, e.g. "Sở TT&TT Bình Dương"
 * @param parentName the body above it on documents, or null, e.g. "Ủy ban nhân dân tỉnh Bình Dương"
 * @param abbreviation in document numbers, e.g. {@code STTTT}
 * @param code in dossier codes, e.g. {@code H09}
 * @param email where the organisation itself is written to
 * @param place where it signs, e.g. "Bình Dương"
 * @param leaderTitle the title under which its leader signs, e.g. "GIÁM ĐỐC"
 * @param calendar the id of its working-day calendar
 * @param validFrom first day of the name, or null
 * @param validTo last day of the name, or null
 * @param successor id of the organisation that took over, or null
 */
public record Organisation(
        String id,
        String name,
        String shortName,
        String parentName,
        String abbreviation,
        String code,
        String email,
        String place,
        String leaderTitle,
        String calendar,
        LocalDate validFrom,
        LocalDate validTo,
        String successor) {

    boolean beginsAfter(Organisation other) {
        return validFrom != null && other.validTo != null && validFrom.isAfter(other.validTo);
    }
}
