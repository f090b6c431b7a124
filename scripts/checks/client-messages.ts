import { dirname, join, normalize } from "node:path";
import { type SourceFile, check, filesMatching, isTest } from "./checkout";
import { childrenOf, everyNode, isNode, type Node, nameOf, parse, stringOf } from "./syntax";

/** What brings words into the browser, to all that stands within it. */
const BRINGER = "ClientWords";
/** For each frame what brings it its own few words, and nothing else any. */
const FRAMES: ReadonlyMap<string, string> = new Map([
  ["Shell", "FrameWords"],
  ["FieldShell", "FieldWords"],
]);
/** The files whose elements Next puts on the screen by itself. */
const DOOR = /^app\/.*\/(page|layout)\.tsx$|^app\/shell\/account-of\.tsx$/;
/** It asks for the language of the words around it, and says none: what brings words draws it within the first of them. */
const ADDS_WORDS = "app/room-words.tsx";
const SAYS_WORDS = /\buse(Translations|Locale|Formatter)\(/;

/** One element: its name, the names of those around it, and the function of the file that draws it. */
type Use = { readonly name: string; readonly within: readonly string[]; readonly by: string };

type Part = {
  readonly isClient: boolean;
  readonly says: boolean;
  /** Local name → file it comes from; of what comes on demand the file by itself. */
  readonly imports: ReadonlyMap<string, string>;
  readonly uses: readonly Use[];
  /** Puts what it is given within words. */
  readonly isFrame: boolean;
};

const tagOf = (element: Node): string => {
  const { name } = element.openingElement as { name: Node };
  return name.type === "JSXIdentifier" ? (name.name as string) : "";
};

function usesIn(statements: readonly Node[]): Use[] {
  const found: Use[] = [];
  const visit = (node: Node, within: readonly string[], by: string): void => {
    if (node.type === "JSXElement") {
      found.push({ name: tagOf(node), within, by });
      for (const child of childrenOf(node))
        visit(child, child === node.openingElement ? within : [...within, tagOf(node)], by);
      return;
    }
    if (node.type === "JSXExpressionContainer" && nameOf(node.expression) === "children")
      found.push({ name: "children", within, by });
    for (const child of childrenOf(node)) visit(child, within, by);
  };
  for (const statement of statements) {
    const declared = isNode(statement.declaration) ? statement.declaration : statement;
    visit(statement, [], nameOf(declared.id) ?? "");
  }
  return found;
}

function importedBy(
  { path }: SourceFile,
  statements: readonly Node[],
  known: ReadonlySet<string>,
): Map<string, string> {
  const found = new Map<string, string>();
  const fileOf = (source: unknown): string | undefined => {
    const from = stringOf(source) ?? "";
    if (!/^[@.]/.test(from)) return undefined;
    const bare = from.startsWith("@/") ? from.slice(2) : normalize(join(dirname(path), from));
    return [`${bare}.tsx`, `${bare}.ts`].find((one) => known.has(one));
  };
  for (const { type, importKind, source, specifiers } of statements) {
    const file = type === "ImportDeclaration" && importKind !== "type" ? fileOf(source) : undefined;
    for (const specifier of file ? (specifiers as Node[]) : [])
      found.set(nameOf(specifier.local) as string, file as string);
  }
  // What comes on demand has no name here: it is known by its file.
  for (const { type, source } of statements.flatMap((statement) => [...everyNode(statement)])) {
    const file = type === "ImportExpression" ? fileOf(source) : undefined;
    if (file) found.set(file, file);
  }
  return found;
}

function partOf(file: SourceFile, known: ReadonlySet<string>): Part {
  const statements = parse(file);
  const uses = usesIn(statements);
  return {
    isClient: file.text.startsWith('"use client"'),
    says: SAYS_WORDS.test(file.text) && file.path !== ADDS_WORDS,
    imports: importedBy(file, statements, known),
    uses,
    isFrame: uses.some(({ name, within }) => name === "children" && within.includes(BRINGER)),
  };
}

/**
 * Elements that say words in the browser while none are brought around them: there they would fail as soon as they are drawn. It
 * looks through components and frames of the house; an element that a page first gives a name to counts where it is made.
 */
export function outsideWords(files: readonly SourceFile[]): string[] {
  const code = files.filter(({ text }) => !text.startsWith('"use server"'));
  const known = new Set(code.map(({ path }) => path));
  const parts = new Map(code.map((file) => [file.path, partOf(file, known)]));

  const speaks = (path: string, seen: Set<string> = new Set()): boolean => {
    const part = parts.get(path);
    if (!part || seen.has(path)) return false;
    seen.add(path);
    return part.says || [...part.imports.values()].some((from) => speaks(from, seen));
  };
  const brings = (name: string, { imports }: Part): boolean =>
    name === BRINGER || parts.get(imports.get(name) ?? "")?.isFrame === true;
  /** Around the element itself, or around every element of the function that draws it. */
  const isBrought = (use: Use, part: Part, past: readonly string[] = []): boolean => {
    if (use.within.some((name) => brings(name, part))) return true;
    if (use.within.includes(FRAMES.get(use.name) ?? BRINGER)) return true;
    const callers = part.uses.filter(({ name }) => name === use.by);
    return (
      !past.includes(use.by) && callers.length > 0 && callers.every((one) => isBrought(one, part, [...past, use.by]))
    );
  };
  const without = (path: string, seen: readonly string[] = []): string[] => {
    const part = parts.get(path);
    if (!part || seen.includes(path)) return [];
    if (part.isClient) return speaks(path) ? [path] : [];
    const needs = ({ name }: Use) => {
      const from = part.imports.get(name);
      return from !== undefined && without(from, [...seen, path]).length > 0;
    };
    return part.uses.filter((use) => needs(use) && !isBrought(use, part)).map(({ name }) => `${path}: ${name}`);
  };
  return [...parts.keys()].filter((path) => DOOR.test(path)).flatMap((path) => without(path));
}

const PARTS_MIN = 150;

export const wordsAround = check("what says words in the browser stands within words", () => {
  const files = filesMatching(/^(app|components)\/.*\.tsx?$/).filter(({ path }) => !isTest(path));
  if (files.length < PARTS_MIN) return [`read ${files.length} files only`];
  return outsideWords(files).map((place) => `${place} says words, and stands outside ${BRINGER}`);
});
