package vn.lienket.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** What a page says to people, looked through for English words and for ids in place of names. */
final class Wording {

    private static final Set<String> ENGLISH = words();
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** Addresses, and ids: what is written together with signs, digits or capitals within. */
    private static final Pattern ID =
            Pattern.compile("\\S+@\\S+|\\S*\\p{L}[-_.:/#]\\p{L}\\S*|\\S*\\d\\S*|\\S*\\p{Ll}\\p{Lu}\\S*");

    /** Names of the engine itself, which administrators only see: its own, its permissions, its kinds of groups and what it tells of itself. */
    private static final String NAMES_OF_THE_ENGINE = String.join(
            ", ",
            "script, style, pre, code, textarea",
            ".bjs-powered-by",
            ".resource-id, .permissions, .group-type",
            "[cam-widget-clipboard*=json]",
            "[data-plugin-id='system-settings-general'] td");

    private static final String TEXTS = """
            (left) => {
              const texts = new Set([`title: ${document.title}`]);
              const note = (kind, text) => text?.trim() && texts.add(`${kind}: ${text.replace(/\\s+/g, ' ').trim()}`);
              const shown = (element) => element.localName === 'option' || element.getClientRects().length > 0;
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!element.closest(left) && shown(element)) {
                  note('text', walker.currentNode.nodeValue);
                }
              }
              for (const attribute of ['placeholder', 'title', 'aria-label', 'alt']) {
                document.querySelectorAll(`[${attribute}]`)
                  .forEach((element) => element.closest(left) || note(attribute, element.getAttribute(attribute)));
              }
              return [...texts];
            }
            """;

    /** How a text is divided for ids, which may stand in a list. */
    private static final String BETWEEN = "[\\s,;:()·“”]+";

    private static final JsonMapper JSON = new JsonMapper();

    private Wording() {}

    /** The texts in which there is an English word. */
    static List<String> english(Page page) {
        return texts(page).stream()
                .filter(text -> WORD.matcher(ID.matcher(said(text)).replaceAll(" "))
                        .results()
                        .anyMatch(word -> ENGLISH.contains(word.group().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** The texts in which somebody, or a group, channel and so on, goes by its id; a tooltip may, and so may a process. */
    static List<String> ids(Page page) {
        Set<String> ids = ids(page.request().get("/api/v1/names").body());
        return texts(page).stream()
                .filter(text -> text.startsWith("text: "))
                .filter(text -> Stream.of(said(text).split(BETWEEN)).anyMatch(ids::contains))
                .toList();
    }

    private static Set<String> ids(byte[] names) {
        try {
            Map<String, Map<String, String>> known = JSON.readValue(names, new TypeReference<>() {});
            return known.entrySet().stream()
                    .filter(subject -> !subject.getKey().equals("kinds"))
                    .flatMap(subject -> subject.getValue().entrySet().stream())
                    .filter(each -> !each.getKey().equals(each.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page) {
        return (List<String>) page.evaluate(TEXTS, NAMES_OF_THE_ENGINE);
    }

    private static String said(String text) {
        return text.substring(text.indexOf(": ") + 2);
    }

    private static Set<String> words() {
        try {
            return new ClassPathResource("english-words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
