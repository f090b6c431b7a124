import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { type DraftSuggestions, MODEL_PARTS, type Suggestion } from "@/domain/deals/clerk/suggestions";
import { drawn, wordsIn } from "@/test/drawn";
import { ClerkNote } from "./posting-head";
import { HeadingPointers, SuggestionWords, TakeButton } from "./suggestions";
import { PasteForm } from "./paste-form";

function draw(locale: string, what: ReactNode): string {
  const html = drawn(what, { locale, rooms: ["ui", "clerk", "tariff"] });
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&#x27;", "'");
}

const suggestion = (by?: Suggestion["by"]): Suggestion => ({
  ...{ value: "CNYIU", words: "Yiwu", reason: "place_after_word", confidence: "sure" },
  ...(by ? { by } : {}),
});
const draft = (model?: DraftSuggestions["model"]): DraftSuggestions => ({
  ...{ filled: { mode: suggestion() }, suggestions: {}, headings: [], unread: [] },
  ...(model ? { model } : {}),
});

describe.each(["en", "zh-CN"])("in %s", (locale) => {
  const messages = wordsIn("clerk", locale);

  test("every suggested field says in words whether the rules or the model found it", () => {
    const byModel = draw(locale, <SuggestionWords suggestion={suggestion("model")} value="Yiwu" />);
    expect(byModel).toContain(messages.mark.by.model);
    for (const by of ["rules", undefined] as const) {
      const byRules = draw(locale, <SuggestionWords suggestion={suggestion(by)} value="Yiwu" />);
      expect(byRules).toContain(messages.mark.by.rules);
      expect(byRules).not.toContain(messages.mark.by.model);
    }
  });

  test("beside an empty field stands what it perhaps is, from which words, and one button takes it", () => {
    const beside = draw(
      locale,
      <>
        <SuggestionWords suggestion={{ ...suggestion(), words: "from Yiwu" }} value="Yiwu, China" />
        <TakeButton field="originId" label="From" />
      </>,
    );
    for (const words of ["Yiwu, China", "from Yiwu", messages.mark.take]) expect(beside).toContain(words);
  });

  test("above the form stands how much was filled in and how much was not", () => {
    const open = { ...draft(), suggestions: { originId: suggestion(), destinationId: suggestion() } };
    const words = draw(locale, <ClerkNote suggested={open} />);
    const [filled, left] = words.match(/\d+/g) ?? [];
    expect([filled, left]).toEqual(["1", "2"]);
    expect(draw(locale, <ClerkNote suggested={draft()} />).match(/\d+/g)).toEqual(["1"]);
  });

  test.each(MODEL_PARTS)("a draft says which of the two read it where the model's part is %s", (part) => {
    const words = draw(locale, <ClerkNote suggested={draft(part)} />);
    const told = part === "answered" ? messages.note.withModel : messages.note.alone[part];
    expect(words).toContain(told);
    expect(words.includes(messages.note.byRules)).toBe(part !== "answered");
    expect(draw(locale, <ClerkNote suggested={draft()} />)).not.toContain(told);
  });

  test("a text is not sent to a model before its sender is told where", () => {
    const form = (modelHost: string | null) =>
      draw(
        locale,
        <PasteForm action={async () => null} draftId="d" zone="Asia/Almaty" lettersMax={9} modelHost={modelHost} />,
      );
    expect(form("models.example")).toContain("models.example");
    expect(form(null)).toContain(messages.paste.byRules);
  });

  test("a heading is shown with the tariff's reason, one of an older draft with its words", () => {
    const match = { place: "label", words: ["lamps"], text: "Lamps and lights", language: "en" } as const;
    const found = { line: 0, code: "9405", words: ["lamps"], matches: [match] };
    expect(draw(locale, <HeadingPointers headings={[found]} />)).toMatch(/9405.*Lamps and lights/);
    expect(draw(locale, <HeadingPointers headings={[{ line: 0, code: "8539", words: ["led"] }]} />)).toMatch(
      /8539.*led/,
    );
  });
});
