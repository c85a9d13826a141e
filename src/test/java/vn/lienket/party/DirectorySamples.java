package vn.lienket.party;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;

/** Directory files for tests. */
final class DirectorySamples {

    static final String TWO_ORGANISATIONS = """
            organisations:
              - id: alpha # org
                name: Sở Alpha
                shortName: Alpha
                parentName: Ủy ban Alpha
                abbreviation: SA
                code: H01
                email: vanthu@alpha.example
                place: Tỉnh Alpha
                leaderTitle: GIÁM ĐỐC
                calendar: civil-service
                validFrom: 2020-01-01
                validTo: 2030-12-31
                successor: beta
              - id: beta # org
                name: Công ty Beta
                shortName: Beta
                abbreviation: CTB
                code: BETA
                email: vanthu@beta.example
                place: Tỉnh Beta
                leaderTitle: GIÁM ĐỐC
                calendar: civil-service
            channels:
              - id: both
                name: Hợp tác
                parties: [beta, alpha]
            people:
              - id: an
                name: Chuyên gia 1
                email: an@alpha.example
                organisation: alpha
                roles: [expert, officer]
                skills: [mooc, ioc]
                absences:
                  - from: 2027-03-01
                    to: 2027-03-05
                    substitute: binh
                  - from: 2027-01-04
                    to: 2027-01-08

              - id: binh
                name: Chuyên viên 1
                email: binh@alpha.example
                organisation: alpha
                roles: [officer]
              - id: chi
                name: Văn thư 1
                email: chi@beta.example
                organisation: beta
                roles: [clerk]
            """;

    /** The same without the person {@code binh} and the absences he stands in for. */
    static final String WITHOUT_BINH = TWO_ORGANISATIONS
            .replaceAll("(?s)    absences:.*?\n\n", "")
            .replaceAll("(?s)  - id: binh\n.*?roles: \\[officer]\n", "");

    private DirectorySamples() {}

    static DirectorySnapshot read(String yaml) {
        return new DirectoryFile(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8))).read();
    }
}
