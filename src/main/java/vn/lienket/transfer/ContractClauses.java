package vn.lienket.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a transfer contract must say ({@code reference/contract-clauses.yaml}: Điều 23, Luật Chuyển giao công nghệ 2017). */
@Component
public class ContractClauses {

    private final List<ContractClause> all;

    ContractClauses() {
        try (InputStream file = new ClassPathResource("reference/contract-clauses.yaml").getInputStream()) {
            List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            all = entries.stream()
                    .map(entry -> new ContractClause(
                            (String) entry.get("id"),
                            (String) entry.get("name"),
                            (String) entry.get("help"),
                            Boolean.TRUE.equals(entry.get("mandatory"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the law. */
    public List<ContractClause> all() {
        return all;
    }

    public Optional<ContractClause> find(String id) {
        return all.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }
}
