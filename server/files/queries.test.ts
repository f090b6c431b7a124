import { expect, test } from "vitest";
import { fileMarket } from "@/test/file-market";
import type { Reader } from "@/db/database";
import { filesOn } from "./queries";

/** A reader that keeps the names of the prepared queries that run over it. */
function counted(read: Reader): { readonly read: Reader; readonly ran: string[] } {
  const ran: string[] = [];
  const follow = (value: unknown, name: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    return new Proxy(value, {
      get(target, key) {
        const found: unknown = Reflect.get(target, key);
        if (typeof found !== "function") return found;
        return (...args: unknown[]) => {
          if (key === "execute") ran.push(name);
          const made: unknown = found.apply(target, args);
          if (key === "execute" || key === "then") return made;
          return follow(made, key === "prepare" ? String(args[0]) : name);
        };
      },
    });
  };
  return { read: follow(read, "") as Reader, ran };
}

test("the key of an organisation is read once for all the files of a subject", async () => {
  const market = await fileMarket();
  const { buyer } = market.actors;
  for (const name of ["a.txt", "b.txt", "c.txt"]) await market.sent(buyer, { name, subject: market.onRequest });
  const { read, ran } = counted(market.database.read);
  const files = await filesOn(read, market.onRequest, { viewer: buyer, now: market.on.clock() });
  expect(files.map(({ name }) => name)).toEqual(["a.txt", "b.txt", "c.txt"]);
  expect(ran.filter((name) => name === "organisation_key")).toHaveLength(1);
});
