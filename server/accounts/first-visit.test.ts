import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { users } from "../../db/schema/accounts";
import { instant } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { anonymous } from "../platform/identity/session";
import { platformOver } from "../platform/platform";
import { dismissNote, isNoteSeen } from "./first-visit";

const NOW = instant(Date.UTC(2026, 10, 24, 6));
const actorOf = (userId: string) => mintActor({ kind: "user", userId, organisationId: "buyer", role: "viewer" });

test("a note that a person has put away stays away, for that person and that page alone", async () => {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    for (const id of ["a", "b"])
      await tx.insert(users).values({
        ...{ id, email: `${id}@example.com`, name: id, passwordHash: "", locale: "en", timeZone: "Asia/Shanghai" },
        createdAt: NOW,
      });
  });
  const on = platformOver(database, () => NOW);
  const dismiss = (note: string, actor = actorOf("a")) => execute(dismissNote, { actor, input: { note } }, on);
  const isSeen = (userId: string, note: "order" | "bidding") => isNoteSeen(database.read, actorOf(userId), note);
  expect(await isSeen("a", "order")).toBe(false);
  for (let time = 0; time < 2; time++) expect(await dismiss("order")).toMatchObject({ kind: "done" });
  expect(await isSeen("a", "order")).toBe(true);
  expect(await isSeen("a", "bidding")).toBe(false);
  expect(await isSeen("b", "order")).toBe(false);
  expect(await dismiss("everything")).toMatchObject({ kind: "malformed" });
  expect(await dismiss("order", anonymous())).toMatchObject({ kind: "refused" });
});
