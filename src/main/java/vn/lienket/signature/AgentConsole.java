package vn.lienket.signature;

import java.io.Console;
import java.io.PrintStream;
import java.util.function.Function;
import vn.lienket.mode.StartRefusedException;

/** Where whoever has the keys reads what is to be signed, and types the PIN; no page sees it. */
record AgentConsole(PrintStream out, Function<String, char[]> pins) {

    private static final String PIN = "LIENKET_AGENT_PIN";

    /**
     * That of the machine; with the variable nobody is asked, which is for machines without people.
     *
     * @throws StartRefusedException without either
     */
    static AgentConsole ofMachine(PrintStream out) {
        String pin = System.getenv(PIN);
        if (pin != null) {
            return new AgentConsole(out, question -> pin.toCharArray());
        }
        Console console = System.console();
        if (console == null) {
            throw new StartRefusedException(
                    "Không có bàn phím để nhập PIN.",
                    "Hãy chạy lệnh trong cửa sổ dòng lệnh, hoặc đặt biến " + PIN + ".");
        }
        Keyboard keyboard = new Keyboard(console::readPassword);
        return new AgentConsole(out, question -> {
            out.print(question + ": ");
            out.flush();
            return keyboard.next();
        });
    }

    void say(String text) {
        out.println(text);
    }

    /** Empty if he wants nothing to be done. */
    char[] pin(String question) {
        return pins.apply(question);
    }
}
