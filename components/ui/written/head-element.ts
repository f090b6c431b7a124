import { escaped } from "./markup";

/** An element of a document's head as markup, each value escaped. */
export const headElement = (tag: "link" | "meta", attributes: Readonly<Record<string, string>>): string =>
  `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("")}/>`;
