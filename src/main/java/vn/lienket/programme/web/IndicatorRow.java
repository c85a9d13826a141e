package vn.lienket.programme.web;

import java.math.BigDecimal;
import java.util.Objects;
import vn.lienket.page.Wording;

/** A value of an indicator as a row of a table; numbers with a point, days as {@code yyyy-MM-dd}. */
final class IndicatorRow {

    static final String[] HEADER = {
        "Mã lĩnh vực",
        "Lĩnh vực",
        "Mã đơn vị chủ trì",
        "Đơn vị chủ trì",
        "Mã đơn vị phối hợp",
        "Đơn vị phối hợp",
        "Kênh hợp tác",
        "Mã hồ sơ",
        "Hoạt động",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Loại chỉ tiêu",
        "Chiều",
        "Mục tiêu",
        "Giá trị gốc",
        "Ngày của giá trị gốc",
        "Nguồn của giá trị gốc",
        "Nghi vấn về giá trị gốc",
        "Mã giá trị",
        "Giá trị",
        "Ngày đo",
        "Tài khoản người ghi",
        "Người ghi",
        "Ghi lúc",
        "Mã tài liệu nguồn",
        "Đã được sửa",
        "Lý do sửa giá trị trước"
    };

    private IndicatorRow() {}

    static String[] of(IndicatorList.Item item, ActivityView.ValueView value) {
        return new String[] {
            item.field(),
            item.fieldName(),
            item.organisation(),
            item.organisationName(),
            item.partnerOrganisation(),
            item.partnerOrganisationName(),
            item.channel(),
            item.caseCode(),
            item.title(),
            item.name(),
            item.unit(),
            item.kindName(),
            item.directionName(),
            number(item.target()),
            number(item.baseline()),
            Objects.toString(item.baselineDate(), ""),
            item.baselineSource(),
            item.baselineDoubt(),
            value.id().toString(),
            number(value.value()),
            value.date().toString(),
            value.by(),
            value.byName(),
            Wording.VIETNAMESE.moment(value.enteredAt()),
            Objects.toString(value.document(), ""),
            value.replaced() ? "có" : "không",
            value.reason()
        };
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
