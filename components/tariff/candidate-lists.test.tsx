import { expect, test } from "vitest";
import { drawn, wordsIn } from "@/test/drawn";
import { CandidateOption, FoundCodes } from "./candidate-lists";

const offer = (code: string) => ({ code, country: null, labels: { en: `Goods of ${code}` }, matches: [] });
const OFFERS = [offer("8201"), offer("820110")];

test.each(["en", "zh-CN"])("in %s a heading among the codes found leads below it, and a code is taken", (locale) => {
  const html = drawn(<FoundCodes found={{ line: 2, q: "spades", candidates: OFFERS }} />, {
    locale,
    rooms: ["tariff"],
  });
  const { narrow, take } = wordsIn("tariff", locale).picker;
  expect(html).toContain('value="narrow-code:2:8201"');
  expect(html).toContain(narrow.replace("{code}", "8201"));
  expect(html).toContain('value="take-code:2:820110"');
  expect(html).toContain(take.replace("{code}", "820110"));
  expect(html).not.toMatch(/take-code:2:8201"|narrow-code:2:820110/);
});

test("the list under the field says of a heading that its codes stand below it, and of a code nothing of the kind", () => {
  const said = (code: string) => drawn(<CandidateOption candidate={offer(code)} />, { rooms: ["tariff"] });
  expect(said("8201")).toContain("Show the codes under 8201");
  expect(said("820110")).not.toContain("Show the codes");
});
