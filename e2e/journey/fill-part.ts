import type { Locator } from "@playwright/test";
import { toIso } from "@/domain/shared/time";
import { parseWallClock } from "@/domain/shared/zones";
import { expect } from "../support/test";
import { unfold } from "../support/unfold";
import type { Person } from "./person";
import type { Part, Typed } from "./typed";

/** A field that was filled in: its label, and how a page is to say what it holds. Days and times are said in ISO form. */
export type Filled = { readonly name: string; readonly label: string; readonly says: readonly string[] };

type Control = { readonly kind: string; readonly label: string; readonly isShown: boolean };

/** One look at a control: what it is, what it is called, and whether it can be seen. */
const lookAt = (control: Locator): Promise<Control> =>
  control.evaluate((element) => {
    const field = element as HTMLInputElement;
    const label = field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? "";
    return { kind: field.type, label: label.trim(), isShown: field.checkVisibility() };
  });

/** What the button sends that brings another row of the list that the field is in. */
const adderOf = (name: string): string => {
  const [, list = ""] = /^(.*)\[\d+\]\.\w+$/.exec(name) ?? [];
  return list === "cargo" ? "add-line" : `add-row:${list}`;
};

/** Where a form draws what is folded away once it is opened, folds are opened until the control is there; without a script a button in them brings all. */
export async function drawFolded({ page }: Person, name: string): Promise<void> {
  const control = page.locator(`[name="${name}"]`);
  const list = page.locator(`button[value="${adderOf(name)}"]`);
  const closed = page.locator("details:is(.form-section, .fold):not([open])");
  const bring = page.locator("details.fold[open] > noscript button").first();
  while ((await control.or(list).count()) === 0)
    await ((await bring.count()) > 0 ? bring : closed.first().locator("> summary")).click();
}

const named = ({ page }: Person, name: string): Locator => page.locator(`[name="${name}"]`);

/** A row that is not there yet comes by the list's own button, which brings the whole form back with all that it held. */
async function addRow(person: Person, name: string): Promise<void> {
  const [, row = "0"] = /\[(\d+)\]\.\w+$/.exec(name) ?? [];
  if (row === "0" || (await named(person, name).count()) > 0) return;
  const button = person.page.locator(`button[value="${adderOf(name)}"]`);
  await unfold(button);
  await button.click();
  await named(person, name).first().waitFor({ state: "attached" });
}

async function check(person: Person, name: string, value: string): Promise<string> {
  const box = named(person, name).and(person.page.locator(`[value="${value}"]`));
  await box.check();
  return box.evaluate((element) => {
    const label = (element as HTMLInputElement).labels?.[0] as HTMLElement;
    return (label.querySelector("b") ?? label.querySelector("span") ?? label).textContent.trim();
  });
}

async function write(person: Person, name: string, { kind }: Control, value: string): Promise<string> {
  const control = named(person, name);
  if (kind === "radio") return check(person, name, value);
  if (kind === "select-one") {
    await control.selectOption(value);
    return control.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text ?? "");
  }
  await control.fill(value);
  if (kind !== "datetime-local") return value;
  const zone = await named(person, "zone").first().inputValue();
  const at = parseWallClock(value, zone);
  expect(at, `${value} in ${zone}`).not.toBeNull();
  return toIso(at as NonNullable<typeof at>);
}

async function fillList(person: Person, name: string, values: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  const { kind } = await lookAt(named(person, name).first());
  for (const [place, value] of values.entries()) {
    if (kind === "checkbox") said.push(await check(person, name, value));
    else await named(person, name).nth(place).fill(value);
  }
  return kind === "checkbox" ? said : [...values];
}

async function fillOne(person: Person, { prefix, labelOf }: Part, [name, value]: [string, Typed[string]]) {
  const whole = prefix + name;
  const label = labelOf(name);
  await drawFolded(person, whole);
  await addRow(person, whole);
  const first = named(person, whole).first();
  const control = await lookAt(first);
  const isChoice = control.kind === "radio" || (Array.isArray(value) && control.kind === "checkbox");
  // Boxes of a list and cards are labelled one by one; the list's own words are its legend.
  if (!isChoice) expect(control.label, `${whole} is labelled with its words`).toContain(label);
  if (!control.isShown) await unfold(first);
  if (value === true) {
    await first.check();
    return { name, label, says: [person.t("services.answer.yes")] };
  }
  if (typeof value !== "string") return { name, label, says: await fillList(person, whole, value) };
  return { name, label, says: [await write(person, whole, control, value)] };
}

/** Types into a part of the form on the page, each field under its label. Answers how pages are to say what was typed. */
export async function fillPart(person: Person, part: Part, typed: Typed): Promise<Filled[]> {
  const filled: Filled[] = [];
  for (const entry of Object.entries(typed)) filled.push(await fillOne(person, part, entry));
  return filled;
}

/** Where pages say what a field holds in other words than the form: those take the place of the form's. */
export const saidOtherwise = (filled: readonly Filled[], saidAs: Readonly<Record<string, string>>): Filled[] =>
  filled.map((field) => {
    const words = saidAs[field.name];
    return words === undefined ? field : { ...field, says: [words] };
  });

type Box = { readonly label: string; readonly text: string };
type View = { readonly boxes: readonly Box[]; readonly text: string };

/** Numbered boxes and all words of a part of a page; days and times stand in it in ISO form too. */
const readView = (part: Locator): Promise<View> =>
  part.evaluate((root) => {
    const textOf = (element: Element): string => {
      const times = [...element.querySelectorAll("time")].map((time) => time.dateTime);
      return [element.textContent, ...times].join(" ").replace(/(\d),(?=\d)/g, "$1");
    };
    const boxes = [...root.querySelectorAll("dl > div")].map((box) => {
      const [head, ...rest] = ["dt", "dd"].map((name) => box.querySelector(name) as Element);
      const label = [...(head as Element).childNodes].filter(({ nodeName }) => nodeName !== "I");
      return { label: label.map((node) => node.textContent).join(""), text: textOf(rest[0] as Element) };
    });
    return { boxes, text: textOf(root) };
  });

const plain = (words: string): string => words.replace(/(\d),(?=\d)/g, "$1");

/** Whether the field's own box says it. What has no box of that label, and what belongs to a row, stands somewhere in the part. */
const isSaid = ({ boxes, text }: View, { name, label }: Filled, words: string): boolean => {
  const own = /\[\d+\]/.test(name) ? [] : boxes.filter((box) => box.label === label);
  return (own.length > 0 ? own.map((box) => box.text) : [text]).some((said) => said.includes(plain(words)));
};

/** Every field that was filled in is said by a part of a page, as it was typed. */
export async function expectSaid(part: Locator, filled: readonly Filled[]): Promise<void> {
  const view = await readView(part);
  const unsaid = filled.flatMap((field) =>
    field.says.filter((words) => !isSaid(view, field, words)).map((words) => `${field.name}: ${words}`),
  );
  expect(unsaid, "what was typed and is not said").toEqual([]);
}
