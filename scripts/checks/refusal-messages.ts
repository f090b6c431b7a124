import { type SourceFile, check, codeFiles, isTest, placeOf } from "./checkout";
import { everyNodeOf, type Node, nameOf, stringOf } from "./syntax";
import { type Languages, readLanguages } from "./message-files";

/** Rooms whose refusals are shown by another room's commands, which word them. */
const SHOWN_BY: Readonly<Record<string, readonly string[]>> = {
  services: ["requests", "bidding", "deals", "award", "orders", "remittance"],
  requests: ["decide", "hubs", "admin"],
  bidding: ["requests", "award", "decide", "negotiation"],
  orders: ["remittance", "reroute"],
  clearance: ["chain"],
  award: ["bidding", "decide", "negotiation"],
  hubs: ["deals", "admin"],
  deals: ["requests", "clerk"],
  documents: ["orders", "packs"],
  tariff: ["duties"],
};

/** Refusals of these reach programs only, as the code of a problem document. */
const FOR_PROGRAMS = /^server\/(api\/|[^/]+\/(api(\/|\.ts)|(queries\/)?api-))/;

/** The message files in which the words of a code file's refusals may stand: the room's, those of its folder, and where they are shown. */
function roomsOf(path: string): readonly string[] {
  const [, room = "common", folder = ""] = /^(?:domain|server)\/([^/.]+)(?:\/([^/.]+)\/)?/.exec(path) ?? [];
  return [room, folder, ...(SHOWN_BY[room] ?? [])];
}

/** Codes that a file refuses with and that some language has no words for. Values of a form are worded as issues. */
export function unwordedRefusals(file: SourceFile, languages: Languages): string[] {
  if (!file.text.includes("refuse(")) return [];
  const calls = everyNodeOf(file).filter((node) => node.type === "CallExpression" && nameOf(node.callee) === "refuse");
  return calls.flatMap((call) => {
    const code = stringOf((call.arguments as Node[])[0]);
    if (code === null) return [];
    const keys = [...roomsOf(file.path), "common"]
      .flatMap((room) => [`${room}.refusal.${code}`, `${room}.issue.${code}`])
      .concat(`issues.${code}`);
    return [...languages]
      .filter(([, words]) => !keys.some((key) => words.has(key)))
      .map(([language]) => `${placeOf(file, call.start)} ${code} has no words in ${language} (${keys[0]})`);
  });
}

const DID = "accounts.audit.did.";

/** Commands that a file makes and whose name some language has no words for in the audit log. */
export function unwordedCommands(file: SourceFile, languages: Languages): string[] {
  if (!file.text.includes("command({")) return [];
  const calls = everyNodeOf(file).filter((node) => node.type === "CallExpression" && nameOf(node.callee) === "command");
  return calls.flatMap((call) => {
    const properties = ((call.arguments as Node[])[0]?.properties ?? []) as Node[];
    const name = stringOf(properties.find(({ key }) => nameOf(key) === "name")?.value);
    return [...languages]
      .filter(([, words]) => name !== null && !words.has(`${DID}${name}`))
      .map(([language]) => `${placeOf(file, call.start)} ${name} has no words in ${language} (accounts.audit.did)`);
  });
}

/** Words of the audit log that several commands have: its filter would offer them side by side, and nobody knew which is which. */
export function sharedCommandWords(languages: Languages): string[] {
  return [...languages].flatMap(([language, words]) => {
    const did = [...words].filter(([key]) => key.startsWith(DID));
    return [...Map.groupBy(did, ([, text]) => text)]
      .filter(([, keys]) => keys.length > 1)
      .map(([text, keys]) => `${language} "${text}": ${keys.map(([key]) => key.slice(DID.length)).join(", ")}`);
  });
}

export const commandsAreToldApart = check("no two commands have the same words in the audit log", () =>
  sharedCommandWords(readLanguages()),
);

/** The commands without words; a code base without any command is a sign that this looks in the wrong place. */
export function unwordedCommandsOf(files: readonly SourceFile[], languages: Languages): string[] {
  const commands = files.filter(
    ({ path, text }) => /^server\/.*\.ts$/.test(path) && !isTest(path) && text.includes("command({"),
  );
  if (commands.length === 0) return ["no command was found under server"];
  return commands.flatMap((file) => unwordedCommands(file, languages));
}

export const commandsAreWorded = check("every command has words for the audit log", () =>
  unwordedCommandsOf(codeFiles(), readLanguages()),
);

export const refusalsAreWorded = check("every refusal has words", () => {
  const languages = readLanguages();
  return codeFiles()
    .filter(({ path }) => /^(domain|server)\/.*\.ts$/.test(path) && !isTest(path) && !FOR_PROGRAMS.test(path))
    .flatMap((file) => unwordedRefusals(file, languages));
});
