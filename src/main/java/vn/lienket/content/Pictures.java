package vn.lienket.content;

import java.io.IOException;
import java.io.InputStream;
import vn.lienket.problem.ProblemException;

/** What holds for pictures of each kind. */
final class Pictures {

    /** A sheet of A0 at 600 dots an inch is below it. */
    private static final int MAX_SIDE = 30_000;
    /** Some scanners fill the last block of the disk. */
    private static final int MAX_PADDING = 1 << 16;

    private Pictures() {}

    static void whole(boolean fact) {
        if (!fact) {
            throw broken();
        }
    }

    static ProblemException broken() {
        return Refused.because("ảnh đã hỏng, không đầy đủ, hoặc chỉ có phần đầu giống ảnh PNG hay JPEG");
    }

    static void within(int width, int height) {
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw Refused.because(
                    "ảnh có cạnh dài hơn %,d điểm ảnh".formatted(MAX_SIDE).replace(',', '.'));
        }
    }

    /** 400 if anything but padding follows. */
    static void onlyPadding(InputStream input) throws IOException {
        if (behindPadding(input) >= 0) {
            throw more();
        }
    }

    /** The first byte of what follows besides padding, or -1. */
    static int behindPadding(InputStream input) throws IOException {
        for (int count = 0; count < MAX_PADDING; count++) {
            int value = input.read();
            if (value != 0 && value != '\r' && value != '\n' && value != ' ') {
                return value;
            }
        }
        throw more();
    }

    static ProblemException more() {
        return Refused.because("sau phần ảnh trong tệp còn dữ liệu khác");
    }
}
