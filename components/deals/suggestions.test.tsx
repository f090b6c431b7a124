import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { type DraftSuggestions, MODEL_PARTS, type Suggestion } from "@/domain/deals/clerk/suggestions";
import { drawn, wordsIn } from "@/test/drawn";
import { ClerkNote } from "./posting-head";
import { ConfirmButton, ConfirmSection, HeadingPointers, SuggestionWords } from "./suggestions";
import { OneForAll } from "./one-for-all";
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
  ...{ suggestions: {}, headings: [], unread: [] },
  ...(model ? { model } : {}),
});

describe.each(["en", "zh-CN"])("in %s", (locale) => {
  const messages = wordsIn("clerk", locale);

  test("every suggested field says in words whether the rules or the model found it", () => {
    const byModel = draw(locale, <SuggestionWords suggestion={suggestion("model")} />);
    expect(byModel).toContain(messages.mark.by.model);
    for (const by of ["rules", undefined] as const) {
      const byRules = draw(locale, <SuggestionWords suggestion={suggestion(by)} />);
      expect(byRules).toContain(messages.mark.by.rules);
      expect(byRules).not.toContain(messages.mark.by.model);
    }
  });

  test("where one button confirms all, a sure value bears no mark, a doubtful one its words, and neither a button", () => {
    const together = (one: Suggestion) =>
      draw(
        locale,
        <OneForAll value>
          <SuggestionWords suggestion={one} />
          <ConfirmButton field="originId" label="From" />
          <ConfirmSection section="route" count={2} />
        </OneForAll>,
      );
    expect(together(suggestion()).trim()).toBe("");
    const doubtful = together({ ...suggestion(), confidence: "likely" });
    expect(doubtful).toContain(messages.mark.unsure);
    expect(doubtful).toContain("Yiwu");
    expect(doubtful).not.toContain(messages.mark.confirm);
  });

  test.each(MODEL_PARTS)("a draft says which of the two read it where the model's part is %s", (part) => {
    const words = draw(locale, <ClerkNote suggested={draft(part)} open={2} />);
    const told = part === "answered" ? messages.note.withModel : messages.note.alone[part];
    expect(words).toContain(told);
    expect(words.includes(messages.note.byRules)).toBe(part !== "answered");
    expect(draw(locale, <ClerkNote suggested={draft()} open={2} />)).not.toContain(told);
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
