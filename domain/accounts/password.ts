import { PASSWORD_MAX, PASSWORD_MIN } from "./password-length";
import { z } from "zod";

/** Rows that fingers and the alphabet run along. */
const KEY_RUNS: readonly string[] = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "yxcvbnm",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "йцукенгшщзхъ",
  "фывапролджэ",
  "ячсмитьбю",
];

/** Words that the published lists of leaked passwords are built from, in the languages of the corridors; folded to lower case. */
const COMMON_STEMS: readonly string[] = [
  "password passwort passw0rd passwd parol parola wachtwoord matkhau mima mypass secret private security secure".split(
    " ",
  ),
  "welcome letmein login admin administrator root user guest test testing default change changeme temp temporary".split(
    " ",
  ),
  "iloveyou loveyou woaini woaiwojia aini love lover baby angel princess sunshine monkey dragon master shadow".split(
    " ",
  ),
  "superman batman starwars pokemon football baseball soccer hockey michael jordan jennifer jessica charlie".split(" "),
  "summer winter spring autumn january february march april june july august september october november december".split(
    " ",
  ),
  "monday tuesday wednesday thursday friday saturday sunday freedom whatever trustno computer internet server".split(
    " ",
  ),
  "company office china beijing shanghai moscow almaty hanoi vietnam russia kazakhstan kouan demo market".split(" "),
  "qwerty asdf zxcv qazwsx asdasd qweasd aaa qqq zzz xxx abc hello google samsung apple microsoft nihao 5201314 1314520".split(
    " ",
  ),
  "пароль привет любовь наташа максим солнышко".split(" "),
].flat();

/** A key of messages/issues.json or messages/accounts.json, or null where the password will do. */
export type PasswordIssue = "password_too_short" | "password_too_long" | "password_common" | null;

const DIFFERENT_MIN = 5;
const REMAINDER_MIN = 4;
const RUN_MIN = 3;
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();
const unleet = (text: string): string => [...text].map((letter) => LEET[letter] ?? letter).join("");
const reversed = (text: string): string => [...text].reverse().join("");

/** Cuts out steps along the alphabet, the digits or a row of keys. */
function withoutRuns(text: string): string {
  let rest = text;
  for (const row of KEY_RUNS.flatMap((run) => [run, reversed(run)])) {
    for (let length = row.length; length >= RUN_MIN; length--) {
      for (let at = 0; at + length <= row.length; at++) rest = rest.replaceAll(row.slice(at, at + length), "");
    }
  }
  return rest;
}

const withoutWords = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ""), text);

const isRepeated = (text: string): boolean => /^(.{1,6})\1+.{0,3}$/u.test(text);

/**
 * Whether a password may be taken: 12 to 200 characters of any kind, and not made of what is guessed first: a common word,
 * the person's own name or address, steps along the keyboard, or one thing over and over. No rule asks for kinds of characters.
 */
export function passwordIssue(password: string, own: readonly string[] = []): PasswordIssue {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "password_too_short";
  if (length > PASSWORD_MAX) return "password_too_long";
  const text = plain(password);
  if (new Set(text).size < DIFFERENT_MIN || isRepeated(text)) return "password_common";
  const words = [
    ...own.flatMap((word) => plain(word).split(/[^\p{L}\p{N}]+/u)).filter((word) => [...word].length >= RUN_MIN),
    ...COMMON_STEMS,
  ];
  const longestFirst = words.sort((a, b) => b.length - a.length);
  const timeless = text.replace(/(19|20)\d\d/g, "");
  const isGuessable = [timeless, unleet(timeless)].some((form) => {
    const rest = withoutRuns(withoutWords(form, longestFirst));
    return new Set(rest).size < REMAINDER_MIN;
  });
  return isGuessable ? "password_common" : null;
}

// Beyond this nothing is read at all: a password that long is no password.
const READ_MAX = 1000;

export const typedPassword = z.string().min(1, "required").max(READ_MAX, "password_too_long");

/** Says beside `field` why a new password will not do, knowing whose it is. */
export const refusePassword =
  (field: string, own: readonly (string | undefined)[] = []) =>
  (password: string, context: z.RefinementCtx): void => {
    const issue = passwordIssue(
      password,
      own.filter((word) => word !== undefined),
    );
    if (issue) context.addIssue({ code: "custom", message: issue, path: [field], input: password });
  };
