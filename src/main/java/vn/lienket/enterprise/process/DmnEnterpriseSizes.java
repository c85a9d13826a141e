package vn.lienket.enterprise.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lienket.engine.DecisionTables;
import vn.lienket.enterprise.Enterprise;
import vn.lienket.enterprise.EnterpriseSizes;

/** The registry's sizes by the table that also decides in a case, in the version deployed last; each version is read once. */
@Component
class DmnEnterpriseSizes implements EnterpriseSizes {

    private final DecisionTables decisions;
    private final Map<String, SizeTable> tables = new ConcurrentHashMap<>();

    DmnEnterpriseSizes(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Optional<String>> sizesOf(List<Enterprise> enterprises, LocalDate on) {
        return enterprises.stream().map(table(definition()).on(on)).toList();
    }

    @Override
    public Optional<String> version(LocalDate on) {
        String definition = definition();
        return Optional.of("%s %s".formatted(definition, table(definition).rowsInForce(on)));
    }

    private String definition() {
        return decisions.definition(EnterpriseModel.DECISION_SIZE);
    }

    private SizeTable table(String definition) {
        return tables.computeIfAbsent(definition, id -> SizeTable.read(decisions.model(id)));
    }
}
