import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { WRITTEN_LANGUAGES } from "@/domain/translations/written-text";
import { drawn, wordsIn } from "@/test/drawn";
import { asWritten, TranslatedText } from "./translated-text";

const TEXTS = {
  en: "Loading from eight",
  zh: "八点开始可以装货",
  ru: "Погрузка с восьми",
  vi: "Nhận hàng từ tám giờ",
  kk: "Жүк тиеу сегізден",
  other: "ขนส่งทุเรียนสด",
} as const;

const written = (text: string) => ({ kind: "question", id: "r", part: "q", text }) as const;

test.each(LOCALES.flatMap((locale) => WRITTEN_LANGUAGES.map((language) => [locale, language] as const)))(
  "in %s a translation from %s is marked as a machine's, and the text stands below it, folded",
  (locale, language) => {
    const text = TEXTS[language];
    const html = drawn(<TranslatedText written={written(text)} translation="Words" />, {
      ...{ locale, rooms: ["translations"] },
    });
    expect(html).toMatch(/^<div><p>Words<\/p><details class="translated"><summary>/);
    expect(html).toContain(wordsIn("translations", locale).original);
    expect(html.replace(/<[^>]+>/g, "")).toContain(text);
  },
);

test("what a member wrote is text, whatever it looks like", () => {
  const html = drawn(
    <>
      {asWritten(written("<b>x</b>"))}
      <TranslatedText written={written("<i>y</i>")} translation="<script>z</script>" />
    </>,
    { rooms: ["translations"] },
  );
  expect(html).not.toMatch(/<(?:b|i|script)>/);
});
