/** Rows that fingers and the alphabet run along. */
export const KEY_RUNS: readonly string[] = [
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
export const COMMON_STEMS: readonly string[] = [
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
