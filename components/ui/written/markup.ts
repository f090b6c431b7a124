import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import Link from "next/link";
import { plainOf } from "./plain-of";

/** What a part holds that cannot be written, such as a form that a script looks after: all of it is drawn by React, as ever. */
export class CannotBeWritten extends Error {}

type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => ReactNode;

/** Properties that are called otherwise in markup. Those that stand in neither list are not written. */
const CALLED: Readonly<Record<string, string>> = {
  className: "class",
  defaultChecked: "checked",
  strokeWidth: "stroke-width",
  tabIndex: "tabindex",
  textAnchor: "text-anchor",
};
const SAME = new Set(
  ["cx", "cy", "d", "height", "id", "lang", "preserveAspectRatio", "r", "role", "rx", "scope", "title"].concat(
    ["transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2", "points"],
    ["colSpan", "rowSpan", "dateTime", "rel", "target", "name", "type", "value"],
  ),
);
/** Present or not, without a value. */
const FLAGS = new Set(["hidden", "open", "download", "defaultChecked"]);
const SPOKEN = /^(?:aria|data)-[a-z-]+$/;
const NAME = /^[a-z][a-zA-Z0-9]*$/;
/** An address of the site, a fragment, or another site's: never a script. */
const ADDRESS = /^(?:[/#?]|https?:\/\/|mailto:|tel:)/;
const VOID = new Set(["br", "hr", "wbr"]);
/** Shapes of a drawing that hold nothing. */
const SHAPES = new Set(["circle", "line", "path", "polyline", "rect", "use"]);
const NOT_DRAWN = new Set([
  "form",
  "script",
  "style",
  "title",
  "link",
  "meta",
  "input",
  "select",
  "textarea",
  "button",
]);

const LETTERS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};
/** A text as it stands in markup, in a value too. */
export const escaped = (text: string): string =>
  /["'&<>]/.test(text) ? text.replace(/["'&<>]/g, (letter) => LETTERS[letter] as string) : text;

/** How each property begins in markup, found once: a page has thousands. */
const begun = new Map<string, string>();

function beginningOf(name: string): string {
  const known = begun.get(name);
  if (known !== undefined) return known;
  const isSame = name === "href" || SAME.has(name) || FLAGS.has(name) || SPOKEN.test(name);
  const called = CALLED[name] ?? (isSame ? name : undefined);
  if (called === undefined) throw new CannotBeWritten(`${name} is not known`);
  const beginning = ` ${called}="`;
  begun.set(name, beginning);
  return beginning;
}

function attribute(name: string, value: unknown): string {
  if (typeof value === "string") {
    if (name === "href" && !ADDRESS.test(value)) throw new CannotBeWritten(`${value} is no address`);
    return `${beginningOf(name)}${escaped(value)}"`;
  }
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return `${beginningOf(name)}${value}"`;
  if (typeof value !== "boolean") throw new CannotBeWritten(`${name} has no text`);
  if (SPOKEN.test(name)) return `${beginningOf(name)}${value}"`;
  if (!FLAGS.has(name)) throw new CannotBeWritten(`${name} has no text`);
  return value ? `${beginningOf(name)}"` : "";
}

const isWritten = new Map<string, boolean>();

/** Whether an element by that name is one that may be written. */
function mayStand(tag: string): boolean {
  const known = isWritten.get(tag);
  if (known !== undefined) return known;
  const may = NAME.test(tag) && !NOT_DRAWN.has(tag);
  isWritten.set(tag, may);
  return may;
}

/** A box that is ticked, and sent with whatever form stands around the part: no script looks after it. */
const isBox = (tag: string, { type }: Props): boolean => tag === "input" && type === "checkbox";

function host(tag: string, props: Props): string {
  const isOfForm = isBox(tag, props);
  if (!isOfForm && !mayStand(tag)) throw new CannotBeWritten(`<${tag}> is not written`);
  let head = `<${tag}`;
  for (const name in props) if (name !== "children") head += attribute(name, props[name]);
  if (isOfForm || VOID.has(tag) || SHAPES.has(tag)) return `${head}/>`;
  return `${head}>${markupOf(props["children"] as ReactNode)}</${tag}>`;
}

/** A link to a page: `next/link` draws a plain one, which `useRowLinks` follows. */
const linkProps = ({ prefetch: _, href, ...props }: Props): Props => ({ ...props, href });

/** What a component draws, as long as it is one of the server's; those of the browser that only draw have a plain one beside them. */
export function drawnBy({ type, props }: ReactElement): ReactNode {
  const component = plainOf(type) ?? type;
  if (typeof component !== "function" || "$$typeof" in component)
    throw new CannotBeWritten("a component of the browser stands here");
  return (component as Component)(props as Props);
}

function element(one: ReactElement): string {
  const { type, props } = one as ReactElement<Props>;
  if (typeof type === "string") return host(type, props);
  if (type === Fragment) return markupOf(props["children"] as ReactNode);
  if ((type as unknown) === Link) return host("a", linkProps(props));
  return markupOf(drawnBy(one));
}

/**
 * Writes what elements draw as HTML, each text and value escaped, in one go: components of the server are called and their hooks are those of whoever
 * calls this. Throws `CannotBeWritten` where something stands that a script has to look after.
 */
export function markupOf(node: ReactNode): string {
  if (typeof node === "string") return escaped(node);
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (Array.isArray(node)) {
    let all = "";
    for (const one of node) all += markupOf(one);
    return all;
  }
  if (isValidElement(node)) return element(node);
  throw new CannotBeWritten("something stands here that is not drawn at once");
}
