import { expect, test } from "vitest";
import { TRAFFIC_MEASURES } from "@/domain/hubs/traffic";
import { drawn, wordsIn } from "@/test/drawn";
import { Definitions, HUB_TERMS, ROW_TERMS, TERM_OF_MEASURE, TermLinks } from "./definitions";

const draw = (locale: string, terms?: typeof HUB_TERMS) =>
  drawn(<Definitions {...(terms && { terms })} />, { locale, rooms: ["admin"] });
const idsIn = (html: string) => [...html.matchAll(/ id="term-(\w+)"/g)].map(([, id]) => id);

test("The review explains each of its terms at an address of its own, in one sentence.", () => {
  for (const locale of ["en", "zh-CN"]) {
    const html = draw(locale);
    const { name, says } = wordsIn("admin", locale).traffic.term;
    expect(idsIn(html)).toEqual(Object.keys(name));
    for (const [term, sentence] of Object.entries<string>(says)) {
      expect([term, sentence.match(/[.。]/g)?.length]).toEqual([term, 1]);
      expect(html).toContain(sentence.replaceAll("'", "&#x27;"));
    }
  }
});

test("The line says whose it is, what it means, what happens below it and where it is from.", () => {
  for (const locale of ["en", "zh-CN"]) {
    const { whose, means, below, source } = wordsIn("admin", locale).traffic.term.line;
    const html = draw(locale).replaceAll("&#x27;", "'");
    for (const sentence of [whose, means, below, source]) expect(html).toContain(`<dd>${sentence}</dd>`);
    expect(`${whose} ${source}`).toMatch(/1688/);
  }
});

test("What a page leaves out is not explained there, and what it links to is.", () => {
  expect(idsIn(draw("en", HUB_TERMS))).not.toContain("within");
  const measured = TRAFFIC_MEASURES.map((measure) => TERM_OF_MEASURE[measure]);
  const linked = [...ROW_TERMS.orders, ...ROW_TERMS.deals, ...measured, "share", "comparison", "borderHub"];
  for (const term of linked) expect(idsIn(draw("en", HUB_TERMS))).toContain(term);
  const links = drawn(<TermLinks terms={["within", "mix"]} />, { rooms: ["admin"] });
  expect([...links.matchAll(/href="#term-(\w+)"/g)].map(([, term]) => term)).toEqual(["within", "mix"]);
});
