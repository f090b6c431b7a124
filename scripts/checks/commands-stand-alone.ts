import { dirname, join } from "node:path";
import { type SourceFile, check, filesMatching, isTest } from "./checkout";
import { importsOf, isNode, type Node, nameOf, parse } from "./syntax";

/** Whether a file is a verb of the product: it exports what `command({…})` makes. */
function isCommand(statements: readonly Node[]): boolean {
  const made = statements.flatMap((one) =>
    one.type === "ExportNamedDeclaration" && isNode(one.declaration)
      ? ((one.declaration.declarations as Node[] | undefined) ?? [])
      : [],
  );
  return made.some(({ init }) => isNode(init) && init.type === "CallExpression" && nameOf(init.callee) === "command");
}

const EXECUTE = "server/platform/execute.ts";

const targetOf = (path: string, from: string): string =>
  (from.startsWith("@/") ? from.slice(2) : join(dirname(path), from)).replace(/(\.ts)?$/, ".ts");

/**
 * Files that import a command without running it from outside, through `execute`: commands, what they share, and queries, which would hide a
 * write behind a read. A command inside a command would have two audit entries and one
 * idempotency key: what two of them share is a rule of the domain, or a file beside them that is no command.
 */
export function nestedCommands(files: readonly SourceFile[]): string[] {
  const parsed = files.map((file) => ({ path: file.path, statements: parse(file) }));
  const commands = new Set(parsed.filter(({ statements }) => isCommand(statements)).map(({ path }) => path));
  return parsed.flatMap(({ path, statements }) => {
    const sources = [...importsOf(statements.filter(({ importKind }) => importKind !== "type")).values()];
    const targets = new Set(sources.map((from) => targetOf(path, from)));
    if (targets.has(EXECUTE)) return [];
    return [...targets].filter((target) => commands.has(target)).map((target) => `${path} uses the command ${target}`);
  });
}

/** The public addresses name the commands that they run. */
const NAMES_COMMANDS = /^server\/api\/|^server\/[^/]+\/api(\/|\.ts)/;

export const commandsStandAlone = check("no command calls a command", () =>
  nestedCommands(filesMatching(/^server\/.*\.ts$/).filter(({ path }) => !isTest(path) && !NAMES_COMMANDS.test(path))),
);
