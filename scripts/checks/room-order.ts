import { dirname, join } from "node:path";
import { type SourceFile, check, codeFiles, isTest } from "./checkout";
import { importsOf, type Node, parse, stringOf } from "./syntax";

/**
 * The rooms of each floor in their order: a room may import from rooms before it only, types among them, so that no two
 * need each other. The domain says of a request what is true before anybody bids; on the server the commands of a deal and of a
 * request act on bids and orders, so there they come later.
 */
export const ROOM_ORDER: Readonly<Record<string, readonly string[]>> = {
  domain: [
    ...["shared", "hubs", "exports", "access", "accounts", "interchange", "tariff", "services", "search", "catalogue"],
    ...["requests", "deals", "bidding", "files", "award", "orders"],
    ...[
      "inspections",
      "clearance",
      "documents",
      "remittance",
      "disputes",
      "threads",
      "translations",
      "field",
      "notices",
      "find",
      "about",
    ],
  ],
  server: [
    ...["platform", "sealing", "hubs", "exports", "tariff", "accounts", "catalogue", "files"],
    ...["bidding", "orders", "deals", "requests", "live", "award"],
    ...[
      "documents",
      "inspections",
      "clearance",
      "remittance",
      "disputes",
      "threads",
      "translations",
      "field",
      "notices",
      "find",
      "about",
    ],
    ...["front-door", "api", "worker"],
  ],
  components: [
    ...["ui", "shell", "live", "services", "tariff", "accounts", "catalogue", "files"],
    ...[
      "requests",
      "deals",
      "hubs",
      "exports",
      "documents",
      "clearance",
      "remittance",
      "bidding",
      "award",
      "field",
      "orders",
    ],
    ...["inspections", "disputes", "threads", "notices", "find", "admin", "developers", "about", "landing"],
  ],
};

type Room = { readonly floor: string; readonly room: string };

function roomOf(path: string): Room | null {
  const [floor = "", room = "", ...rest] = path.split("/");
  return rest.length > 0 && ROOM_ORDER[floor] ? { floor, room } : null;
}

const targetOf = (path: string, from: string): string =>
  from.startsWith("@/") ? from.slice(2) : from.startsWith(".") ? join(dirname(path), from) : "";

/** Where a file imports and exports from, for types too. */
const sourcesOf = (statements: readonly Node[]): string[] => [
  ...new Set([...importsOf(statements).values(), ...statements.flatMap(({ source }) => stringOf(source) ?? [])]),
];

/** Imports that lead to a room which comes later on the same floor, and folders of a floor that have no place in its order. */
export function againstTheOrder(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const own = roomOf(file.path);
    if (own === null) return [];
    const order = ROOM_ORDER[own.floor] as readonly string[];
    const place = order.indexOf(own.room);
    if (place < 0) return [`${file.path} stands in a room that has no place in the order of ${own.floor}`];
    return sourcesOf(parse(file)).flatMap((from) => {
      const target = roomOf(targetOf(file.path, from));
      if (target === null || target.floor !== own.floor || order.indexOf(target.room) <= place) return [];
      return [`${file.path} imports ${from}: ${own.room} comes before ${target.room}`];
    });
  });
}

export const roomsKeepTheirOrder = check("rooms keep their order", () =>
  againstTheOrder(codeFiles().filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path))),
);
