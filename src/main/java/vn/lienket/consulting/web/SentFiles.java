package vn.lienket.consulting.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import vn.lienket.consulting.EnterpriseFiles;
import vn.lienket.document.CheckedFile;
import vn.lienket.document.Documents;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** The files of an answer, each looked through; they are gone once this is closed. */
record SentFiles(List<CheckedFile> files) implements AutoCloseable {

    /** The chosen ones: a field in which nothing was chosen is sent nevertheless. */
    static List<MultipartFile> chosen(List<MultipartFile> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(file -> file.getSize() > 0
                                || !file.getOriginalFilename().isEmpty())
                        .toList();
    }

    /** 400 that names every wrong one, 413 for one that is too large. */
    static SentFiles check(List<MultipartFile> chosen, Documents documents) {
        SentFiles checked = new SentFiles(new ArrayList<>());
        FieldProblems problems = new FieldProblems();
        try {
            for (MultipartFile file : chosen) {
                try (InputStream content = file.getInputStream()) {
                    checked.files.add(documents.check(content, file.getOriginalFilename()));
                } catch (ProblemException refused) {
                    if (refused.kind() != ProblemException.Kind.INVALID) {
                        throw refused;
                    }
                    problems.check(false, EnterpriseFiles.FIELD, refused.getMessage());
                }
            }
            problems.throwIfAny();
            return checked;
        } catch (IOException e) {
            checked.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException refused) {
            checked.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        files.forEach(CheckedFile::close);
    }
}
