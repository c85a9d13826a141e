package vn.lienket.enterprise;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.lienket.party.MailAddress;
import vn.lienket.problem.FieldProblems;

/**
 * The fields of an enterprise as they came in from a file, a form or a request, unchecked.
 *
 * @param fields by the names of the contract ({@code taxCode}, {@code enterpriseName}, {@code sector}, {@code employees},
 *     {@code revenue}, {@code capital}, {@code womenOwned}, {@code socialEnterprise}, {@code vsicVersion}, {@code vsicCode},
 *     {@code contactName}, {@code contactEmail}, {@code contactPhone}, {@code address}, {@code digitalLevel}); values are strings,
 *     numbers, booleans or null; other names are left alone
 */
public record EnterpriseInput(Map<String, ?> fields) {

    private static final long MAX_EMPLOYEES = 1_000_000;
    /** In VND; about the yearly product of the whole country. */
    private static final long MAX_MONEY = 10_000_000_000_000_000L;

    private static final int MAX_NAME = 300;
    private static final int MAX_PERSON = 200;
    private static final int MAX_ADDRESS = 500;
    private static final int MAX_DIGITAL_LEVEL = 5;

    private static final Pattern VSIC_VERSION = Pattern.compile("2018|2025");
    private static final Pattern VSIC_CODE = Pattern.compile("[A-V]|[0-9]{2,5}");

    /** The tax code alone; 400 if it is none. */
    public TaxCode taxCode() {
        return new TaxCode(
                Objects.toString(fields.get(EnterpriseField.TAX_CODE.id()), "").strip());
    }

    /** A known enterprise with these fields over its own, as its next revision; 400 that names every wrong field. */
    public Enterprise checkOver(Enterprise known) {
        Map<String, Object> all = new HashMap<>();
        for (EnterpriseField field : EnterpriseField.values()) {
            all.put(field.id(), field.of(known));
        }
        all.putAll(fields);
        return new EnterpriseInput(all).check().withRevision(known.revision());
    }

    /** The enterprise, not stored yet (revision 0, no size); 400 that names every wrong field. */
    public Enterprise check() {
        FieldProblems problems = new FieldProblems();
        Enterprise enterprise = check(problems);
        problems.throwIfAny();
        return enterprise;
    }

    /** As {@link #check()}, but adds what is wrong to the caller's problems; null if anything is. */
    public Enterprise check(FieldProblems problems) {
        FieldReader read = new FieldReader(fields, problems);
        String taxCode = read.taxCode();
        String name = read.text(EnterpriseField.NAME, MAX_NAME);
        Sector sector = read.sector();
        Long employees = read.whole(EnterpriseField.EMPLOYEES, MAX_EMPLOYEES);
        Long revenue = read.whole(EnterpriseField.REVENUE, MAX_MONEY);
        Long capital = read.whole(EnterpriseField.CAPITAL, MAX_MONEY);
        Boolean womenOwned = read.yesOrNo(EnterpriseField.WOMEN_OWNED);
        Boolean socialEnterprise = read.yesOrNo(EnterpriseField.SOCIAL_ENTERPRISE);
        String vsicVersion = read.matching(EnterpriseField.VSIC_VERSION, VSIC_VERSION, "phải là 2018 hoặc 2025");
        String vsicCode = read.vsicCode(VSIC_CODE);
        read.together(EnterpriseField.VSIC_VERSION, vsicVersion, EnterpriseField.VSIC_CODE, vsicCode);
        String contactName = read.text(EnterpriseField.CONTACT_NAME, MAX_PERSON);
        String contactEmail = read.matching(
                EnterpriseField.CONTACT_EMAIL,
                MailAddress.FORM,
                "không đúng dạng địa chỉ thư gửi đến được, như ten@congty.vn");
        String contactPhone = read.phone();
        String address = read.text(EnterpriseField.ADDRESS, MAX_ADDRESS);
        Long digitalLevel = read.whole(EnterpriseField.DIGITAL_LEVEL, MAX_DIGITAL_LEVEL);
        if (read.failed()) {
            return null;
        }
        return new Enterprise(
                taxCode,
                name,
                sector,
                employees.intValue(),
                revenue,
                capital,
                womenOwned,
                Boolean.TRUE.equals(socialEnterprise),
                vsicVersion,
                vsicCode,
                contactName,
                contactEmail,
                contactPhone,
                address,
                digitalLevel == null ? null : digitalLevel.intValue(),
                null,
                0);
    }
}
