package vn.lienket.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.programme.ActivityService;

/** {@code /api/v1/indicators}: the series of all activities of the user's channels, as JSON by pages or as one CSV file. */
@RestController
@RequestMapping("/api/v1/indicators")
class IndicatorController {

    private static final String CSV = "text/csv";

    private final IndicatorViews indicators;
    private final ActivityService activities;
    private final ActivityViews views;

    IndicatorController(IndicatorViews indicators, ActivityService activities, ActivityViews views) {
        this.indicators = indicators;
        this.activities = activities;
        this.views = views;
    }

    @GetMapping
    IndicatorList list(
            IndicatorFilter filter,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletResponse response)
            throws IOException {
        if (accept.contains(CSV)) {
            indicators.write(filter, response);
            return null;
        }
        return indicators.list(filter);
    }

    /** Answers the new value; the old one stays, replaced. */
    @PostMapping("/{id}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    ActivityView.ValueView correct(@PathVariable UUID id, @RequestBody Correction correction) {
        return views.value(activities.correct(id, correction.value(), correction.date(), correction.reason()));
    }

    /** {@code date} is the day for which the value holds, {@code yyyy-MM-dd}. */
    record Correction(Object value, String date, String reason) {}
}
