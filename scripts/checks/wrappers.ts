import { type SourceFile, check, codeFiles, filesMatching, placeOf } from "./checkout";
import { everyNode, importsOf, isNode, type Node, nameOf, parse, stringOf } from "./syntax";

/** What may stand behind an export, by the module it must come from. Another maker needs a reason here. */
const ACTION_MAKERS: Readonly<Record<string, RegExp>> = {
  formAction: /server\/platform\/form\/form-action$/,
  // One command done to several rows, each as formAction would have it done.
  manyAction: /server\/platform\/form\/many-action$/,
  // A step of the form that keeps nothing, before an action that was made by formAction.
  steppedAction: /server\/platform\/form\/stepped-action$/,
  // Switches of how pages look: a cookie, no command, nothing kept.
  preferenceAction: /server\/platform\/form\/preference-action$/,
  // Providers chosen from a list: a command for an organisation, a cookie that decides nothing for whoever has none.
  chosenAction: /server\/platform\/form\/chosen-action$/,
};

const ROUTE_MAKERS: Readonly<Record<string, RegExp>> = {
  // Files for people: session, permission and filters of the address by the same policy as pages.
  download: /server\/platform\/form\/page-download$/,
  // What a script of the page looks up while somebody types: session where there is one, and a rate limit of its own.
  lookup: /server\/platform\/form\/page-lookup$/,
  // Files of people, read as they come: an action would hold them whole.
  upload: /server\/platform\/form\/page-upload$/,
  // People in the field, who have a link and no session.
  field: /server\/field\/field-route$/,
  // Packing lists of people without an account: from our own pages only, so many of one address, and the command of a pasted text.
  packingList: /server\/deals\/visitors\/start-from-file$/,
  // Mail programs, which have a signed token and no session.
  mailStop: /server\/notices\/stop-route$/,
  // Streams for people who look at a page: session, what they may see and how many, before anything is sent.
  watch: /server\/live\/watch-route$/,
};

/** Routes that are no part of the public API, and why each is made without its wrapper. */
const OTHER_ROUTES: Readonly<Record<string, string>> = {
  "app/api/v1/[...path]/route.ts":
    "hands the call to the API's own router, which has each endpoint through its wrapper",
  "app/api/auth/[...nextauth]/route.ts": "next-auth answers here with its own checks of origin and token",
  "app/api/health/route.ts": "tells only whether the process can serve, to anybody",
  "app/sitemap-index/route.ts":
    "tells search engines what anybody may see, and nothing where the market does not want to be found",
  "app/[locale]/sitemap-file/route.ts":
    "the same, a part in a language: its parameters are checked, its rows are public ones",
  "app/[locale]/feeds/[feed]/route.ts":
    "tells feed readers what anybody may see of a corridor: its name is checked, its rows are public ones",
  "app/[locale]/app-manifest/route.ts": "names and icons of the product, to anybody; it reads nothing",
  "app/[locale]/picture/[[...of]]/route.ts":
    "draws what public pages show to anybody, one at a time, with a rate limit by address of its own",
  "app/api/ready/route.ts": "tells only whether the process takes traffic, to anybody",
};

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

const isDirective = (statement: Node, words: string): boolean =>
  statement.type === "ExpressionStatement" && stringOf(statement.expression) === words;

type Export = { readonly name: string; readonly made: unknown; readonly at: Node };

/** Every value that a file exports, with the expression that makes it. Types are nothing at run time. */
function exportsOf(statements: readonly Node[]): Export[] {
  return statements.flatMap((statement): Export[] => {
    if (statement.type === "ExportDefaultDeclaration")
      return [{ name: "default", made: statement.declaration, at: statement }];
    if (statement.type === "ExportAllDeclaration")
      return statement.exportKind === "type" ? [] : [{ name: "*", made: null, at: statement }];
    if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return [];
    const { declaration, specifiers } = statement as { declaration?: Node | null; specifiers?: Node[] } & Node;
    if (!declaration)
      return (specifiers ?? []).map((one) => ({ name: nameOf(one.exported) ?? "?", made: null, at: one }));
    if (declaration.type !== "VariableDeclaration")
      return [{ name: nameOf(declaration.id) ?? "?", made: declaration, at: declaration }];
    return (declaration.declarations as Node[]).map((one) => ({
      name: nameOf(one.id) ?? "?",
      made: one.init,
      at: one,
    }));
  });
}

function isMadeBy(
  made: unknown,
  makers: Readonly<Record<string, RegExp>>,
  imports: ReadonlyMap<string, string>,
): boolean {
  if (!isNode(made) || made.type !== "CallExpression") return false;
  const maker = nameOf(made.callee) ?? "";
  return makers[maker]?.test(imports.get(maker) ?? "") === true;
}

/** Server actions that did not come through the one wrapper: each is a public POST endpoint, whatever its form shows. */
export function unwrappedActions(file: SourceFile): string[] {
  if (!file.text.includes("use server")) return [];
  const statements = parse(file);
  if (!statements.some((statement) => isDirective(statement, "use server"))) {
    const inner = statements.flatMap((one) => [...everyNode(one)]).filter((node) => isDirective(node, "use server"));
    return inner.map(
      (node) =>
        `${placeOf(file, node.start)} an action inside a function: move it to actions.ts and make it by formAction`,
    );
  }
  const imports = importsOf(statements);
  return exportsOf(statements)
    .filter(({ made }) => !isMadeBy(made, ACTION_MAKERS, imports))
    .map(
      ({ name, at }) => `${placeOf(file, at.start)} ${name} is not made by ${Object.keys(ACTION_MAKERS).join(" or ")}`,
    );
}

/** Methods of route handlers that did not come through the one wrapper. */
export function unwrappedRoutes(file: SourceFile): string[] {
  if (OTHER_ROUTES[file.path]) return [];
  const statements = parse(file);
  const imports = importsOf(statements);
  return exportsOf(statements)
    .filter(({ name, made }) => (METHODS.has(name) || name === "*") && !isMadeBy(made, ROUTE_MAKERS, imports))
    .map(
      ({ name, at }) => `${placeOf(file, at.start)} ${name} is not made by ${Object.keys(ROUTE_MAKERS).join(" or ")}`,
    );
}

export const wrappedActions = check("every action is made by its wrapper", () =>
  codeFiles()
    .filter(({ path }) => /^(app|components|server)\/.*\.tsx?$/.test(path) && !/\.test\./.test(path))
    .flatMap(unwrappedActions),
);

export const wrappedRoutes = check("every endpoint is made by its wrapper", () =>
  filesMatching(/^app\/(.*\/)?route\.tsx?$/).flatMap(unwrappedRoutes),
);
