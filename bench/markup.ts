import type { CapturedNode } from "./bare/constants";

const VOID = new Set(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]);
const LEFT_OUT = new Set(["script", "template", "link", "style"]);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
const REACT_NAMES: Readonly<Record<string, string>> = {
  class: "className",
  for: "htmlFor",
  tabindex: "tabIndex",
  readonly: "readOnly",
  maxlength: "maxLength",
  minlength: "minLength",
  autocomplete: "autoComplete",
  inputmode: "inputMode",
  colspan: "colSpan",
  rowspan: "rowSpan",
  datetime: "dateTime",
  enterkeyhint: "enterKeyHint",
  crossorigin: "crossOrigin",
  spellcheck: "spellCheck",
  value: "defaultValue",
  checked: "defaultChecked",
};

const decode = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name[0] !== "#") return ENTITIES[name] ?? whole;
    return String.fromCodePoint(name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

function attributesOf(tag: string, text: string): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [, name = "", value] of text.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)) {
    // React writes these itself, from a state that a captured page has not.
    if (name === "style" || name === "selected" || name.startsWith("data-nimg")) continue;
    const isOption = tag === "option" || tag === "button" || tag === "li";
    const reactName = isOption && name === "value" ? "value" : (REACT_NAMES[name] ?? name);
    attributes[reactName] =
      value === undefined || (value === "" && /^(hidden|disabled|required|checked|open|novalidate)$/.test(name))
        ? true
        : decode(value);
  }
  return attributes;
}

type Open = { readonly tag: string; readonly attributes: Record<string, unknown>; readonly children: CapturedNode[] };

/** Reads what React has written (its markup is well-formed) into a tree: the elements that a reader sees, without scripts. */
export function capture(html: string): { title: string; body: CapturedNode[] } {
  const title = decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
  const body = html.slice(html.indexOf(">", html.indexOf("<body")) + 1, html.lastIndexOf("</body>"));
  const root: Open = { tag: "body", attributes: {}, children: [] };
  const stack: Open[] = [root];
  let skipped = "";
  const top = () => stack.at(-1) as Open;
  for (const [token, close, tag = "", rest = ""] of body.matchAll(
    /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:[^>"]|"[^"]*")*)>|[^<]+/g,
  )) {
    if (token.startsWith("<!--")) continue;
    const isTag = tag !== "";
    if (skipped) {
      if (isTag && close === "/" && tag === skipped) skipped = "";
      continue;
    }
    if (!isTag) top().children.push(decode(token));
    else if (close === "/") {
      const done = stack.pop() as Open;
      top().children.push([done.tag, done.attributes, done.children]);
    } else if (LEFT_OUT.has(tag)) skipped = VOID.has(tag) ? "" : tag;
    else if (VOID.has(tag)) top().children.push([tag, attributesOf(tag, rest), []]);
    else {
      const attributes = attributesOf(tag, rest.replace(/\/$/, ""));
      if (rest.endsWith("/")) top().children.push([tag, attributes, []]);
      else stack.push({ tag, attributes, children: [] });
    }
  }
  return { title, body: root.children };
}

/** How many elements a page has, to show that both sides draw the same. */
export const countElements = (nodes: readonly CapturedNode[]): number =>
  nodes.reduce((all, node) => (typeof node === "string" ? all : all + 1 + countElements(node[2])), 0);
