import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordIssue } from "./password";

const OWN = ["lin.meihua@hengda.example", "Lin Meihua"];

test.each([
  ["short-one", "password_too_short"],
  ["", "password_too_short"],
  ["password1234", "password_common"],
  ["P@ssw0rd2026!", "password_common"],
  ["Welcome123456", "password_common"],
  ["123456789012", "password_common"],
  ["aaaaaaaaaaaaa", "password_common"],
  ["abcabcabcabcabc", "password_common"],
  ["k7Qx!k7Qx!k7Qx!", "password_common"],
  ["qwertyuiop12", "password_common"],
  ["1qaz2wsx3edc", "password_common"],
  ["poiuytrewq99", "password_common"],
  ["woaini1314520", "password_common"],
  ["Summer2026!!!", "password_common"],
  ["meihua123456", "password_common"],
  ["Lin.Meihua2026", "password_common"],
  ["пароль123456", "password_common"],
  ["kouan-demo-1", "password_common"],
  ["x".repeat(201), "password_too_long"],
])("%s is %s", (password, issue) => {
  expect(passwordIssue(password, OWN)).toBe(issue);
});

test.each([
  "correct horse battery staple",
  "nine wagons at the gate",
  "霍尔果斯换轨要三个小时呢",
  "v7#kq!2LmZp0",
  "  spaces are kept  ",
  "nobody counts sleepers",
])("a phrase such as %j is taken, whatever its characters", (password) => {
  expect(passwordIssue(password, OWN)).toBeNull();
});

test("random passwords of twelve characters and more are taken", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 48 }), (bytes) => {
      fc.pre(new Set(bytes).size >= 12);
      const password = Buffer.from(bytes).toString("base64url");
      expect(passwordIssue(password)).toBeNull();
    }),
  );
});
