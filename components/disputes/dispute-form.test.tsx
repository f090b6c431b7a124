import type { ComponentProps } from "react";
import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { drawn, wordsIn } from "@/test/drawn";
import { DisputeForm } from "./dispute-form";

const files = [{ id: "f1", name: "delivery-note.pdf" }];

/** The form as the server draws it, and the names of its fields. */
function form(kind: ComponentProps<typeof DisputeForm>["kind"], locale = "en", more: object = {}) {
  const html = drawn(
    <DisputeForm
      kind={kind}
      action={async () => null as never}
      fields={{ disputeId: "d" }}
      idempotencyKey="k"
      files={files}
      {...more}
    />,
    { locale, rooms: ["ui", "disputes"] },
  );
  const names = new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name = ""]) => name));
  return { html, names: [...names].filter((name) => name !== "disputeId" && name !== "idempotencyKey").sort() };
}

test("a dispute is opened with a charge for one that was not agreed, and nothing else shows that field", () => {
  expect(form("open").names).toEqual(["charge", "code", "words"]);
});

test("where a charge was in dispute before, it is asked whether this is the same", () => {
  const divided = [{ value: "d1", label: "The charge of November" }];
  const { html, names } = form("open", "en", { divided });
  expect(names).toEqual(["charge", "code", "earlier", "words"]);
  for (const said of ["The charge of November", wordsIn("disputes").form.earlierOther]) expect(html).toContain(said);
});

test("while there is time for evidence an entry says something, points to files and may offer an end", () => {
  const { html, names } = form("entry");
  expect(names).toEqual(["effect", "fileIds", "outcome", "sharePercent", "words"]);
  expect(html).toContain(wordsIn("disputes").form.noOffer);
});

test.each(LOCALES)("once it is over an end is offered in %s, and nothing but that", (locale) => {
  const { html, names } = form("settle", locale);
  expect(names).toEqual(["effect", "outcome", "sharePercent", "words"]);
  const words = wordsIn("disputes", locale).form;
  for (const said of [words.settle.title, words.settle.lead, words.settle.send]) expect(html).toContain(said);
  expect(html).not.toContain(words.noOffer);
});

test.each(LOCALES)("a decision in %s is checked before anything is decided", (locale) => {
  const { html, names } = form("decide", locale);
  expect(names).toEqual(["effect", "intent", "outcome", "sharePercent", "words"]);
  expect(html).toMatch(/name="intent"[^>]* value="check"|value="check"[^>]* name="intent"/);
  expect(html).toContain(wordsIn("disputes", locale).form.decide.check);
});
