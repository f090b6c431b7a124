import type { Locator } from "@playwright/test";
import { expect } from "../../support/test";
import type { Filled } from "./fill-part";

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
