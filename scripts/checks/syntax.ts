import { parseSync } from "oxc-parser";
import type { SourceFile } from "./checkout";

/** A node of the syntax tree, as loosely as a walk needs it. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
};

export const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === "string";

/** The statements of a file. A file that does not parse is a fault of the check, not a finding: tsc reports it. */
export function parse({ path, text }: SourceFile): readonly Node[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return program.body as unknown as readonly Node[];
}

export const childrenOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, value]) =>
    key === "parent" ? [] : Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

/** Every node below and including `node`, outermost first. */
export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* everyNode(child);
}

export const everyNodeOf = (file: SourceFile): Node[] => parse(file).flatMap((statement) => [...everyNode(statement)]);

export const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === "Identifier" ? (node.name as string) : null;

export const stringOf = (node: unknown): string | null =>
  isNode(node) && node.type === "Literal" && typeof node.value === "string" ? node.value : null;

/** The names that a file imports, with where from. */
export function importsOf(statements: readonly Node[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of statements) {
    if (statement.type !== "ImportDeclaration") continue;
    const from = stringOf(statement.source) as string;
    for (const specifier of statement.specifiers as Node[]) found.set(nameOf(specifier.local) as string, from);
  }
  return found;
}
