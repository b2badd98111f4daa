package org.zoomsandbox.world;

import java.util.Locale;
import java.util.function.IntPredicate;

/** What an account demands of meeting passcodes; with {@code required} a missing one is generated. */
public record PasscodePolicy(
        boolean required,
        int length,
        boolean haveLetter,
        boolean haveNumber,
        boolean haveSpecialCharacter,
        boolean haveUpperAndLowerCharacters,
        boolean onlyAllowNumeric,
        int consecutiveCharactersLength,
        boolean weakEnhanceDetection) {

    public static final PasscodePolicy NONE = new PasscodePolicy(false, 0, false, false, false, false, false, 0, false);

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
    private static final String NUMBERS = "23456789";
    private static final String SPECIALS = "@_*-";

    public boolean accepts(String passcode) {
        return passcode.length() >= length
                && (!haveLetter || has(passcode, Character::isLetter))
                && (!haveNumber || has(passcode, Character::isDigit))
                && (!haveSpecialCharacter || has(passcode, c -> SPECIALS.indexOf(c) >= 0))
                && (!haveUpperAndLowerCharacters
                        || (has(passcode, Character::isUpperCase) && has(passcode, Character::isLowerCase)))
                && (!onlyAllowNumeric || passcode.chars().allMatch(Character::isDigit))
                && !runsOn(passcode)
                && !(weakEnhanceDetection && passcode.chars().distinct().count() < 3);
    }

    /** A passcode that satisfies this policy. */
    public String generate() {
        var size = Math.clamp(length, 6, 10);
        while (true) {
            var passcode = onlyAllowNumeric ? Dice.pick(NUMBERS, size) : mixed(size);
            if (accepts(passcode)) {
                return passcode;
            }
        }
    }

    private String mixed(int size) {
        var special = haveSpecialCharacter ? Dice.pick(SPECIALS, 1) : "";
        var start = Dice.pick(LETTERS.toUpperCase(Locale.ROOT), 1) + Dice.pick(LETTERS, 1) + special;
        return start + Dice.pick(LETTERS + NUMBERS, size - start.length() - 1) + Dice.pick(NUMBERS, 1);
    }

    private boolean runsOn(String passcode) {
        if (consecutiveCharactersLength < 2) {
            return false;
        }
        var run = 1;
        for (var i = 1; i < passcode.length(); i++) {
            run = passcode.charAt(i) == passcode.charAt(i - 1) + 1 ? run + 1 : 1;
            if (run >= consecutiveCharactersLength) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(String passcode, IntPredicate kind) {
        return passcode.chars().anyMatch(kind);
    }
}
