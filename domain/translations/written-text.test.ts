import { describe, expect, test } from "vitest";
import type { Locale } from "../shared/locale";
import { isForeign, languageOf } from "./written-text";

const TEXTS = {
  en: "Loading is possible from 8 to 17, please bring the seal.",
  zh: "仓库 8 时至 17 时可以装货，请带铅封。",
  ru: "Погрузка возможна с 8 до 17, номер машины сообщите накануне.",
  vi: "Kho nhận hàng từ 8 giờ đến 17 giờ, vui lòng báo biển số xe.",
  kk: "Жүк тиеу сағат 8-ден 17-ге дейін мүмкін, көлік нөмірін айтыңыз.",
} as const;
const READERS: readonly Locale[] = ["en", "zh-CN", "ru", "vi", "kk"];
const own = (locale: Locale) => (locale === "zh-CN" ? "zh" : locale);

test.each(Object.entries(TEXTS))("a text in %s is told to be so and is foreign to all others", (language, text) => {
  expect(languageOf(text)).toBe(language);
  expect(READERS.filter((reader) => !isForeign(text, reader)).map(own)).toEqual([language]);
});

describe("what tells languages of one script apart", () => {
  test.each([
    ["ТОО «Жетісу Қазына» принимает груз в Алматы по будням с восьми утра и до шести вечера без перерыва", "ru"],
    ["Сәлем, баға қанша?", "kk"],
    [
      "Our office in Hà Nội and the warehouse at Đồng Đăng work on Saturdays, please tell us the plates in the evening",
      "en",
    ],
    ["Cần xe lạnh 40 feet", "vi"],
    ["合板（ベニヤ）を運ぶ", "other"],
    ["ขนส่งทุเรียนสดจากจันทบุรี", "other"],
  ])("%j is in %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe("nothing is to be translated", () => {
  test.each(["20GP 40HC MSKU1234565 CNKHG", "12.50 USD", "HS 4407.11", "", "OOO", "2026-12-01", "好"])(
    "of %j, which has next to no words",
    (text) => {
      expect(languageOf(text)).toBeNull();
      for (const reader of READERS) expect(isForeign(text, reader)).toBe(false);
    },
  );

  test("to those of whose language a text in two languages has a third or more", () => {
    const text = "樟子松烘干板材 · Sawn pine, kiln-dried";
    expect(READERS.filter((reader) => isForeign(text, reader))).toEqual(["ru", "vi", "kk"]);
  });

  test("to a Chinese reader of a Chinese text with Latin names and codes in it", () => {
    expect(isForeign("LED灯 400箱，毛重8.2吨，走霍尔果斯 Khorgos", "zh-CN")).toBe(false);
  });
});
