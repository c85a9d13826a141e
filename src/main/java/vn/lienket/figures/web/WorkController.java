package vn.lienket.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.download.CsvDownload;
import vn.lienket.download.XlsxDownload;

/** {@code /api/v1/work}: the open tasks that the user may look into, as JSON by pages or as one CSV or XLSX file. */
@RestController
@RequestMapping("/api/v1/work")
class WorkController {

    private final WorkViews work;

    WorkController(WorkViews work) {
        this.work = work;
    }

    @GetMapping
    WorkPage list(
            WorkFilter filter,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletResponse response)
            throws IOException {
        if (accept.contains(CsvDownload.TYPE)) {
            WorkTable.writeCsv(work.all(filter), response);
            return null;
        }
        if (accept.contains(XlsxDownload.TYPE)) {
            WorkTable.writeXlsx(work.all(filter), response);
            return null;
        }
        return work.page(filter);
    }

    @GetMapping("/options")
    WorkOptions options() {
        return work.options();
    }
}
