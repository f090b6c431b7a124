import { parse } from "@formatjs/icu-messageformat-parser";
import { type SourceFile, check, codeFiles, isTest, placeOf } from "./checkout";
import { everyNodeOf, isNode, type Node, nameOf, stringOf } from "./syntax";
import { blanksOf } from "./languages-agree";
import { FIRST_LANGUAGE, readLanguages, type Words } from "./message-files";
import { calledTranslator, translatorsOf } from "./message-keys";

/** Ways of reading a message that fill no blank. */
const UNFILLED = new Set(["raw", "has"]);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The keys that an expression can be, as a pattern; null where its last part, which says what the message is, is computed. */
function patternOf(key: Node): string | null {
  const plain = stringOf(key);
  if (plain !== null) return escaped(plain);
  if (key.type === "ConditionalExpression") {
    const sides = [patternOf(key.consequent as Node), patternOf(key.alternate as Node)];
    return sides.includes(null) ? null : `(?:${sides.join("|")})`;
  }
  if (key.type !== "TemplateLiteral") return null;
  const parts = (key.quasis as { value: { cooked: string } }[]).map(({ value }) => escaped(value.cooked));
  return parts.at(-1) === "" ? null : parts.join("[^.]+");
}

/** The names that the values of a call give; null where they are not written out. */
function givenBy(values: Node | undefined): ReadonlySet<string> | null {
  if (values === undefined) return new Set();
  if (values.type !== "ObjectExpression") return null;
  const names = (values.properties as Node[]).map((one) => nameOf(one.key) ?? stringOf(one.key));
  return names.includes(null) ? null : new Set(names as string[]);
}

const isFilled = (callee: unknown): boolean =>
  !isNode(callee) || callee.type !== "MemberExpression" || !UNFILLED.has(nameOf(callee.property) ?? "");

/** Blanks of messages that the call that asks for them leaves empty: "undefined" would be read in their place. */
export function emptyBlanks(file: SourceFile, words: Words): string[] {
  if (!/Translations/.test(file.text)) return [];
  const nodes = everyNodeOf(file);
  const translators = translatorsOf(nodes);
  return nodes.flatMap((node) => {
    if (node.type !== "CallExpression" || !isFilled(node.callee)) return [];
    const namespaces = translators.get(calledTranslator(node.callee) ?? "") ?? [];
    const [key, values] = node.arguments as Node[];
    const [pattern, given] = [key ? patternOf(key) : null, givenBy(values)];
    if (pattern === null || given === null || namespaces.length !== 1 || namespaces[0] === undefined) return [];
    const start = namespaces[0] === "" ? "" : `${escaped(namespaces[0])}\\.`;
    const asked = new RegExp(`^${start}${pattern}$`);
    return [...words].flatMap(([full, text]) => {
      if (!asked.test(full)) return [];
      const empty = [...blanksOf(parse(text)).read].filter((name) => !given.has(name.replace(/[<>]/g, "")));
      return empty.length === 0 ? [] : [`${placeOf(file, node.start)} does not give ${empty.join(", ")} of ${full}`];
    });
  });
}

export const blanksAreGiven = check("every blank of a message that is used is given", () => {
  const words = readLanguages().get(FIRST_LANGUAGE) as Words;
  return codeFiles()
    .filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path) && !path.startsWith("scripts/"))
    .flatMap((file) => emptyBlanks(file, words));
});
