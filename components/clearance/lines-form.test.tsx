import { expect, test } from "vitest";
import { FormProblems } from "@/components/ui/form/form-actions";
import { drawn, wordsIn } from "@/test/drawn";
import { LinesForm, useLineLabels } from "./lines-form";
import { PLAYED_LOCALES } from "@/test/played-locales";

const line = (number: number) => ({ line: number, name: `Goods ${number}`, goods: null, initial: {} });
const LINES = [line(1), line(2)];
const CHOICES = { countries: [{ value: "KZ", label: "Kazakhstan" }], currencies: ["KZT"], country: "" };
const ROOMS = ["clearance", "ui", "files", "services"];

const VALUES = { number: 1, side: "import", sideCode: "import", rule: "DAP", country: "Kazakhstan", isNamed: "yes" };

type Kind = "draft" | "assess";

const formOf = (kind: Kind, choices: typeof CHOICES | null, sentBack: string | null = null) =>
  drawn(
    <LinesForm
      {...{ kind, choices, lines: LINES, currency: "KZT", remarks: "", sentBack, hidden: {} }}
      values={VALUES}
      action={async () => null}
      files={[{ id: "f", name: "assessment.pdf" }]}
      nowLocal="2026-11-24T10:00"
      zoneName="GMT+5"
      backHref="/orders/o"
    />,
    { rooms: ROOMS },
  );

function Problems({ kind, hasChoices, names }: { kind: Kind; hasChoices: boolean; names?: readonly string[] }) {
  const labels = useLineLabels({ kind, lines: LINES, values: VALUES, hasChoices });
  const fieldErrors = Object.fromEntries((names ?? [...labels.keys()]).map((name) => [name, "!"]));
  const state = { key: "1", values: {}, fieldErrors, formErrors: [], notice: null };
  return <FormProblems state={state} fieldId={(name) => name} labels={labels} />;
}

const told = (html: string) =>
  [...html.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)].map(([, id, words]) => [id, words]);

test.each([
  ["draft", null],
  ["draft", CHOICES],
  ["assess", null],
] as const)("problems of a form to %s name every field that it shows, in the order of the fields", (kind, choices) => {
  const html = formOf(kind, choices);
  const visible = [...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)]
    .filter(([tag]) => !tag.includes('type="hidden"'))
    .flatMap(([tag]) => / name="([^"]+)"/.exec(tag)?.[1] ?? []);
  const problems = told(drawn(<Problems kind={kind} hasChoices={choices !== null} />, { rooms: ROOMS }));
  expect(problems.map(([name]) => name)).toEqual([...new Set(visible)]);
});

test.each(PLAYED_LOCALES)("in %s a problem of a line says which line and which field", (locale) => {
  const names = ["fee", "lines[1].vat", "lines[0].duty"];
  const html = drawn(<Problems kind="assess" hasChoices={false} names={names} />, { locale, rooms: ROOMS });
  const { fee, part } = wordsIn("clearance", locale).form;
  const said =
    locale === "en"
      ? [`Line 1, ${part.duty}: !`, `Line 2, ${part.vat}: !`]
      : [`第 1 项，${part.duty}：!`, `第 2 项，${part.vat}：!`];
  expect(told(html).map(([, words]) => words)).toEqual([...said, `${fee}${locale === "en" ? ": " : "："}!`]);
});

test("above the change of a draft stands why the buyer has sent it back", () => {
  expect(formOf("draft", null, "Line 2 is a fan.")).toContain("The buyer has sent the draft back: Line 2 is a fan.");
  expect(formOf("draft", null)).not.toContain("sent the draft back");
});
