import { dirname, join } from "node:path";
import { check } from "../check";
import { filesMatching, isTest, type SourceFile } from "../checkout";
import { importsOf, isNode, type Node, nameOf, parse } from "../syntax";

/** Whether a file is a verb of the product: it exports what `command({…})` makes. */
function isCommand(statements: readonly Node[]): boolean {
  const made = statements.flatMap((one) =>
    one.type === "ExportNamedDeclaration" && isNode(one.declaration)
      ? ((one.declaration.declarations as Node[] | undefined) ?? [])
      : [],
  );
  return made.some(({ init }) => isNode(init) && init.type === "CallExpression" && nameOf(init.callee) === "command");
}

const targetOf = (path: string, from: string): string =>
  (from.startsWith("@/") ? from.slice(2) : join(dirname(path), from)).replace(/(\.ts)?$/, ".ts");

/**
 * Files of server/commands that import a command. A command inside a command would have two audit entries and one
 * idempotency key: what two of them share is a rule of the domain, or a file beside them that is no command.
 */
export function nestedCommands(files: readonly SourceFile[]): string[] {
  const parsed = files.map((file) => ({ path: file.path, statements: parse(file) }));
  const commands = new Set(parsed.filter(({ statements }) => isCommand(statements)).map(({ path }) => path));
  return parsed.flatMap(({ path, statements }) => {
    const targets = new Set(
      [...importsOf(statements.filter(({ importKind }) => importKind !== "type")).values()].map((from) =>
        targetOf(path, from),
      ),
    );
    return [...targets].filter((target) => commands.has(target)).map((target) => `${path} uses the command ${target}`);
  });
}

export const commandsStandAlone = check("no command calls a command", () =>
  nestedCommands(filesMatching(/^server\/commands\/.*\.ts$/).filter(({ path }) => !isTest(path))),
);
