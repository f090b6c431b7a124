import { expect, test } from "vitest";
import { disagreements, looseChinese, twins, wrongPlurals } from "./languages-agree";
import { flatten } from "./message-files";

const languages = (en: object, zh: object) =>
  new Map([
    ["en", flatten(en, "")],
    ["zh-CN", flatten(zh, "")],
  ]);

test.each([
  ["a key that Chinese lacks", { a: { b: "One" } }, { a: {} }],
  ["a key that English lacks", { a: {} }, { a: { b: "一" } }],
  ["a blank of another name", { a: "{count} bids" }, { a: "{number} 份报价" }],
  ["a blank that is gone", { a: "{count} bids by {day}" }, { a: "{count} 份报价" }],
  ["a tag that is gone", { a: "<b>Now</b>" }, { a: "现在" }],
])("%s is reported", (_, en, zh) => {
  expect(disagreements(languages(en, zh))).toHaveLength(1);
});

test("a message that does not parse is reported", () => {
  expect(disagreements(languages({ a: "{count" }, { a: "{count" }))).not.toEqual([]);
});

test("a plural in one language and a plain number in the other agree", () => {
  expect(disagreements(languages({ a: "{n, plural, one {# bid} other {# bids}}" }, { a: "{n} 份报价" }))).toEqual([]);
});

test("a language without plurals need not read the number that only chooses a word", () => {
  expect(disagreements(languages({ a: "{value} {n, plural, one {day} other {days}}" }, { a: "{value} 天" }))).toEqual(
    [],
  );
});

test("a message that reads the same in both is reported, unless it is listed or has no words of its own", () => {
  const both = { a: "Sealed bids", b: "CNY", c: "{money} · {day}" };
  expect(twins(languages(both, both), { "zh-CN": ["b"] })).toEqual(["zh-CN a is the same as in en: Sealed bids"]);
});

test("what is listed as the same and is not, or is of another language, is reported", () => {
  const listed = { "zh-CN": ["a"] };
  expect(twins(languages({ a: "Bids" }, { a: "报价" }), listed)).toEqual([
    "zh-CN a is listed as the same as in en, and is not",
  ]);
  expect(twins(languages({ a: "Bids" }, { a: "Bids" }), { ru: ["a"] })).toHaveLength(2);
});

test.each([
  ["ru", "{n, plural, one {# заявка} few {# заявки} many {# заявок} other {# заявки}}", 0],
  ["ru", "{n, plural, one {# заявка} other {# заявок}}", 1],
  ["vi", "{n, plural, other {# báo giá}}", 0],
  ["vi", "{n, plural, one {# báo giá} other {# báo giá}}", 1],
  ["kk", "<b>{n, plural, =0 {жоқ} one {# ұсыныс} other {# ұсыныс}}</b>", 0],
  ["kk", "{kind, select, a {{n, plural, other {# ұсыныс}}} other {жоқ}}", 1],
  ["ru", "{n, plural, =0 {Вопросов нет} other {Вопросы (#)}}", 0],
  ["en", "{n, plural, =1 {One bid} other {# bids}}", 0],
  ["en", "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", 0],
])("in %s the plural of %j has %i faults", (language, text, faults) => {
  expect(wrongPlurals(new Map([[language, new Map([["a", text]])]]))).toHaveLength(faults);
});

test.each(["成交了！", "成交了!", "价格,时间", "尚未定标", "逾期未决标", "买家", "采购方", "发布需求"])(
  "%s is not how we write Chinese",
  (text) => {
    expect(looseChinese(new Map([["a", text]]))).toHaveLength(1);
  },
);

test("full-width punctuation passes", () => {
  expect(looseChinese(new Map([["a", "价格，时间。"]]))).toEqual([]);
});
