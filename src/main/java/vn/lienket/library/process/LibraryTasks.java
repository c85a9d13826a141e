package vn.lienket.library.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.Variables;
import vn.lienket.library.TextReader;

/** What the reading of a file of the library has done at its task. */
@Component
public class LibraryTasks {

    private final TextReader reader;

    LibraryTasks(TextReader reader) {
        this.reader = reader;
    }

    public void readText(DelegateExecution execution) {
        reader.read(UUID.fromString(Variables.text(execution, LibraryTextModel.ENTRY_ID)));
    }
}
