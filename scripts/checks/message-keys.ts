import { type SourceFile, check, codeFiles, isTest, placeOf } from "./checkout";
import { everyNodeOf, isNode, type Node, nameOf, stringOf } from "./syntax";
import { FIRST_LANGUAGE, readLanguages, type Words } from "./message-files";

const MAKERS = new Set(["useTranslations", "getTranslations"]);
const READERS = new Set(["rich", "markup", "raw", "has"]);

/** The namespace of `getTranslations("orders")` or `({ namespace: "orders" })`; undefined where it is computed. */
function namespaceOf(call: Node): string | undefined {
  const [first] = call.arguments as Node[];
  if (first === undefined) return "";
  const plain = stringOf(first);
  if (plain !== null) return plain;
  if (first.type !== "ObjectExpression") return undefined;
  const property = (first.properties as Node[]).find((one) => nameOf(one.key) === "namespace");
  return property ? (stringOf(property.value) ?? undefined) : "";
}

const callOf = (value: unknown): Node | null => {
  const inner = isNode(value) && value.type === "AwaitExpression" ? value.argument : value;
  return isNode(inner) && inner.type === "CallExpression" && MAKERS.has(nameOf(inner.callee) ?? "") ? inner : null;
};

/** `[name, value]` of a declaration, and of each part of `const [a, b] = await Promise.all([x, y])`. */
function bindingsOf({ id, init }: Node): [unknown, unknown][] {
  const awaited = isNode(init) && init.type === "AwaitExpression" ? init.argument : init;
  const list = isNode(awaited) && awaited.type === "CallExpression" ? (awaited.arguments as Node[])[0] : awaited;
  if (!isNode(id) || id.type !== "ArrayPattern" || !isNode(list) || list.type !== "ArrayExpression")
    return [[id, init]];
  const values = list.elements as unknown[];
  return (id.elements as unknown[]).map((name, at) => [name, values[at]]);
}

/** From each translator variable of a file to the namespaces it may stand for. */
export function translatorsOf(nodes: readonly Node[]): Map<string, (string | undefined)[]> {
  const found = new Map<string, (string | undefined)[]>();
  for (const [id, init] of nodes.filter(({ type }) => type === "VariableDeclarator").flatMap(bindingsOf)) {
    const call = callOf(init);
    const name = nameOf(id);
    if (call && name) found.set(name, [...(found.get(name) ?? []), namespaceOf(call)]);
  }
  return found;
}

export function calledTranslator(callee: unknown): string | null {
  if (!isNode(callee)) return null;
  if (callee.type === "Identifier") return nameOf(callee);
  return callee.type === "MemberExpression" && READERS.has(nameOf(callee.property) ?? "")
    ? nameOf(callee.object)
    : null;
}

/** The keys that a key expression can be: itself, or everything that begins as a template does. */
function isKnown(key: Node, namespace: string, words: Words): boolean {
  const full = (text: string) => (namespace === "" ? text : `${namespace}.${text}`);
  const plain = stringOf(key);
  if (plain !== null)
    return words.has(full(plain)) || [...words.keys()].some((one) => one.startsWith(`${full(plain)}.`));
  if (key.type === "ConditionalExpression")
    return isKnown(key.consequent as Node, namespace, words) && isKnown(key.alternate as Node, namespace, words);
  if (key.type !== "TemplateLiteral") return true;
  const start = full((key.quasis as { value: { cooked: string } }[])[0]?.value.cooked ?? "");
  return [...words.keys()].some((one) => one.startsWith(start));
}

/** Keys that a file asks for and no message file has: they would be shown as their own names. */
export function unknownKeys(file: SourceFile, words: Words): string[] {
  if (!/Translations/.test(file.text)) return [];
  const nodes = everyNodeOf(file);
  const translators = translatorsOf(nodes);
  return nodes.flatMap((node) => {
    if (node.type !== "CallExpression") return [];
    const namespaces = translators.get(calledTranslator(node.callee) ?? "");
    const [key] = node.arguments as Node[];
    if (!namespaces || !key || namespaces.includes(undefined)) return [];
    if (namespaces.some((namespace) => isKnown(key, namespace as string, words))) return [];
    return [
      `${placeOf(file, key.start)} ${namespaces.join("|")}.${file.text.slice(key.start, key.end)} is worded nowhere`,
    ];
  });
}

export const usedKeysExist = check("every key that is used has words", () => {
  const words = readLanguages().get(FIRST_LANGUAGE) as Words;
  return codeFiles()
    .filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path) && !path.startsWith("scripts/"))
    .flatMap((file) => unknownKeys(file, words));
});
