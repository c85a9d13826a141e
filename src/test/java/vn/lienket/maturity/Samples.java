package vn.lienket.maturity;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.ByteArrayResource;

/** A small framework whose scores can be reckoned by hand. */
final class Samples {

    static final String FRAMEWORK = """
            version: test-1
            name: Bộ câu hỏi thử
            official: false
            status: Chỉ để thử
            citation: Không có
            effectiveFrom: 2026-07-01
            effectiveTo: 2027-12-31
            scale:
              - { value: 0, text: không }
              - { value: 1, text: một }
              - { value: 2, text: hai }
              - { value: 3, text: ba }
              - { value: 4, text: bốn }
              - { value: 5, text: năm }
            pillars:
              - id: one
                name: Trụ cột thứ nhất
                shortName: Một
                weight: 3
                questions:
                  - { id: one-a, text: Câu a, help: gợi ý, weight: 1 }
                  - { id: one-b, text: Câu b, help: gợi ý, weight: 2 }
                  - { id: one-c, text: Câu c, help: gợi ý, weight: 3 }
                  - { id: one-d, text: Câu d, help: gợi ý, weight: 0.5 }
              - id: two
                name: Trụ cột thứ hai
                shortName: Hai
                weight: 1.5
                questions:
                  - { id: two-a, text: Câu a, help: gợi ý, weight: 1 }
                  - { id: two-b, text: Câu b, help: gợi ý, weight: 1 }
                  - { id: two-c, text: Câu c, help: gợi ý, weight: 1 }
                  - id: two-d
                    text: Câu d
                    help: gợi ý
                    weight: 1
                    scale: [{ value: 0, text: a }, { value: 1, text: b }, { value: 2, text: c }, { value: 3, text: d }, { value: 4, text: e }, { value: 5, text: f }]
            levels:
              - { id: level1, name: Thấp, from: 0, description: mô tả }
              - { id: level2, name: Vừa, from: 33.3, description: mô tả }
              - { id: level3, name: Cao, from: 66.7, description: mô tả }
            """;

    private Samples() {}

    static MaturityFramework framework() {
        return read(FRAMEWORK);
    }

    static MaturityFramework read(String yaml) {
        return FrameworkReader.read(new ByteArrayResource(yaml.getBytes(UTF_8), "test.yaml"));
    }
}
