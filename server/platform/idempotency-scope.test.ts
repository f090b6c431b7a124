import { expect, test } from "vitest";
import { z } from "zod";
import { idempotencyKeys } from "@/db/schema/platform";
import { marketRules } from "@/db/schema/hubs";
import { accept } from "@/domain/shared/result";
import { freshDatabase } from "@/test/database";
import { command } from "./command";
import { execute } from "./execute";
import { mintActor } from "./identity/mint-actor";
import { platformOver } from "./platform";

const input = z.strictObject({});
const action = "listing.change";

/** Writes a row that names whose it is, and answers it: what one organisation must never be told of another. */
const plain = command({
  ...{ name: "test.plain", action, input },
  async run({ tx, actor, now, newId }) {
    const reason = String(actor.organisationId);
    const row = { id: newId(), name: "note", value: 1, effectiveFrom: now, reason };
    await tx.insert(marketRules).values({ ...row, enteredByUserId: null, enteredAt: now });
    return accept({ id: row.id, whose: reason });
  },
});

const prepared = command({
  ...{ name: "test.prepared", action, input },
  prepare: async ({ actor }) => ({ whose: String(actor.organisationId) }),
  async run(context, _, { whose }) {
    const { tx, now, newId } = context;
    const row = { id: newId(), name: "note", value: 1, effectiveFrom: now, reason: whose };
    await tx.insert(marketRules).values({ ...row, enteredByUserId: null, enteredAt: now });
    return accept({ id: row.id, whose });
  },
});

test.each([
  ["", plain],
  ["that prepares something ", prepared],
])(
  "Two organisations that send a command %swith one key at once each have their own effect and their own answer.",
  async (_, verb) => {
    const database = await freshDatabase();
    const on = platformOver(database);
    // The same person works for both: the key is the organisation's.
    const actorOf = (organisationId: string) =>
      mintActor({ kind: "user", userId: "user", organisationId, role: "owner" });
    const send = async (organisationId: string) => {
      const outcome = await execute(verb, { actor: actorOf(organisationId), input: {}, idempotencyKey: "k1" }, on);
      if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
      return outcome;
    };
    const sent = await Promise.all(
      ["o1", "o2", "o1", "o2", "o2", "o1"].map(async (id) => ({ id, was: await send(id) })),
    );
    expect(sent.map(({ id, was }) => [id, was.value.whose])).toEqual(sent.map(({ id }) => [id, id]));
    for (const organisation of ["o1", "o2"]) {
      const own = sent.filter(({ id }) => id === organisation);
      expect(new Set(own.map(({ was }) => was.value.id)).size).toBe(1);
      expect(own.filter(({ was }) => !was.isReplay)).toHaveLength(1);
      expect(await send(organisation)).toMatchObject({ isReplay: true, value: own[0]?.was.value });
    }
    expect(
      (await database.read.select().from(marketRules))
        .map(({ reason }) => reason)
        .filter((one) => /^o\d$/.test(one))
        .sort(),
    ).toEqual(["o1", "o2"]);
    expect(await database.read.select().from(idempotencyKeys)).toHaveLength(2);
    // Who comes later with a key that others have used is new to it all the same.
    expect(await send("o3")).toMatchObject({ isReplay: false, value: { whose: "o3" } });
  },
);
