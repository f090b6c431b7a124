import { type SourceFile, check, codeFiles, isTest, placeOf } from "./checkout";
import { childrenOf, everyNodeOf, isNode, type Node, nameOf, stringOf } from "./syntax";

/** Names that are the same in every language. */
const UNTRANSLATED = /Kouan|口岸|\b(CNY|USD|HS|ISO|mm|kg)\b/g;

/** Properties whose text people read or hear. */
const SPOKEN = new Set([
  "title",
  "alt",
  "placeholder",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "label",
  "summary",
]);

/** A code as programs write it, such as `accounts.sign-in`. */
const CODE = /^[a-z]+([._-][a-z]+)+$/;

const isWords = (text: string): boolean => !CODE.test(text.trim()) && /\p{L}{2}/u.test(text.replace(UNTRANSLATED, ""));

/** The text that an expression puts on the screen as it stands, whichever way it goes. */
function literalsOf(node: unknown): Node[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case "Literal":
      return stringOf(node) === null ? [] : [node];
    case "TemplateLiteral":
      return node.quasis as Node[];
    case "ConditionalExpression":
      return [...literalsOf(node.consequent), ...literalsOf(node.alternate)];
    case "LogicalExpression":
      return [...literalsOf(node.left), ...literalsOf(node.right)];
    case "JSXExpressionContainer":
      return literalsOf(node.expression);
    default:
      return [];
  }
}

const textOf = (node: Node): string =>
  node.type === "TemplateElement" ? (node.value as { cooked: string }).cooked : String(node.value);

/** A mark that ends or parts a sentence, by itself between two other things: in Chinese it is another mark, without a blank. */
const PARTING = /^[.,;:](\s|$)|^[.,;:]$/;

/** A list that is put together with a Latin mark. */
const isLatinJoin = (node: Node): boolean =>
  node.type === "CallExpression" &&
  isNode(node.callee) &&
  node.callee.type === "MemberExpression" &&
  nameOf(node.callee.property) === "join" &&
  /^[,;] $/.test(stringOf((node.arguments as Node[])[0]) ?? "");

/** Sentences and lists that a component closes or joins with Latin marks, whatever language they are in. */
export function latinMarks(file: SourceFile): string[] {
  const found = everyNodeOf(file).flatMap((node): Node[] => {
    if (isLatinJoin(node)) return [node];
    if (node.type !== "JSXElement" && node.type !== "JSXFragment") return [];
    const children = childrenOf(node).filter((child) => (node.children as Node[]).includes(child));
    const texts = children.flatMap((child) => (child.type === "JSXText" ? [child] : literalsOf(child)));
    return texts.filter((text) => PARTING.test(textOf(text).trim()));
  });
  return found.map(
    ({ start }) =>
      `${placeOf(file, start)} a Latin mark joins words: say it in messages/, or with Sentences and useNameList`,
  );
}

/** Words that stand in a component instead of a message file: they would be English in every language. */
export function wordsInCode(file: SourceFile): string[] {
  const found = everyNodeOf(file).flatMap((node): Node[] => {
    if (node.type === "JSXElement" || node.type === "JSXFragment") {
      const children = childrenOf(node).filter((child) => (node.children as Node[]).includes(child));
      return children.flatMap((child) => (child.type === "JSXText" ? [child] : literalsOf(child)));
    }
    const name = node.type === "JSXAttribute" ? ((node.name as Node).name as string) : null;
    return name !== null && SPOKEN.has(name) ? literalsOf(node.value) : [];
  });
  return found
    .filter((node) => isWords(textOf(node)))
    .map((node) => `${placeOf(file, node.start)} words outside messages/: ${textOf(node).trim()}`);
}

/** Attributes of style: the policy of what a page may load is strict, and looks live in classes. */
export function inlineStyles(file: SourceFile): string[] {
  return everyNodeOf(file)
    .filter((node) => node.type === "JSXAttribute" && (node.name as Node).name === "style")
    .map((node) => `${placeOf(file, node.start)} an inline style: use a class, or an SVG attribute for geometry`);
}

/** Raw HTML from a string: what comes from people must never get there. */
export function rawHtml(file: SourceFile): string[] {
  return everyNodeOf(file)
    .filter(
      (node) =>
        (node.type === "JSXAttribute" && (node.name as Node).name === "dangerouslySetInnerHTML") ||
        nameOf(node) === "dangerouslySetInnerHTML",
    )
    .map((node) => `${placeOf(file, node.start)} raw HTML`);
}

const screens = () => codeFiles().filter(({ path }) => /^(app|components)\/.*\.tsx$/.test(path) && !isTest(path));

export const wordsAreInMessages = check("no words in components", () =>
  screens().flatMap((file) => [...wordsInCode(file), ...latinMarks(file)]),
);

export const noInlineStyles = check("no inline style and no raw HTML", () =>
  screens().flatMap((file) => [...inlineStyles(file), ...rawHtml(file)]),
);
