import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "@/db/database";
import { dialect } from "@/db/dialect";
import { listKeyChecks, saveKeyCheck } from "@/db/repositories/platform";
import { keyChecks } from "@/db/schema/platform";
import { instant } from "@/domain/shared/time";
import { biddingMarket, offerOfThree } from "@/test/bidding-market";
import { freshDatabase } from "@/test/database";
import { checkValueOf, keyRefusal, rotateKey, settleKeys } from "./key-checks";
import { makeSecret, placeOfSecret, type Secret, secret, secretNames } from "../platform/process/secrets";

/** As in a process that starts now: what another one had read is not known. */
const forget = () => Reflect.deleteProperty(globalThis, "kouanSecrets");

/** Another secret of this name for the rest of the test, or one out of the environment. */
function setKey(name: Secret, key: Buffer = randomBytes(32)): void {
  onTestFinished(() => {
    vi.unstubAllEnvs();
    forget();
  });
  vi.stubEnv(placeOfSecret(name).variable, key.toString("base64"));
  forget();
}

/** Takes the file of the secret away for the rest of the test. */
function loseKey(name: Secret): void {
  const { file } = placeOfSecret(name);
  renameSync(file, `${file}.aside`);
  forget();
  onTestFinished(() => {
    renameSync(`${file}.aside`, file);
    forget();
  });
}

const said = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "nothing",
    (error: Error) => error.message,
  );
const forgetChecks = ({ write }: Database) => write((tx) => tx.delete(keyChecks));

/** A market with people, a sealed request that two people open, and what its database knows of the secrets. */
async function settledMarket(bidding: object = { twoPersonOpening: true }) {
  const market = await biddingMarket(bidding);
  await settleKeys(market.database);
  return market;
}

test("an empty database is told what the secrets answer, and nothing of the secrets", async () => {
  const database = await freshDatabase();
  await settleKeys(database);
  const kept = await listKeyChecks(database.read);
  expect([...kept.keys()].sort()).toEqual([...secretNames].sort());
  for (const name of secretNames) {
    const bytes = Buffer.from(kept.get(name) as string, "base64url");
    expect(bytes.equals(secret(name))).toBe(false);
    expect(kept.get(name)).toBe(checkValueOf(name, secret(name)));
  }
  expect(new Set(kept.values()).size).toBe(secretNames.length);
  expect(await said(settleKeys(database))).toBe("nothing");
});

describe.each(secretNames)("a start over a market with people, where the %s", (name) => {
  const words = name.replace("kouan-", "").replace("-", " ");
  const remedy = ["kouan-master-key", "kouan-opening-key"].includes(name) ? /Put back/ : /key:rotate/;

  test("is another one, is refused in one sentence that says where it was found, and changes nothing", async () => {
    const { database } = await settledMarket();
    const before = await listKeyChecks(database.read);
    setKey(name);
    const sentence = await said(settleKeys(database));
    expect(sentence).toContain(`The ${words} in ${placeOfSecret(name).variable} is not the one`);
    expect(sentence).not.toContain(process.env[placeOfSecret(name).variable]);
    expect(await listKeyChecks(database.read)).toEqual(before);
    expect((await keyRefusal(database.read))?.message).toBe(sentence);
  });

  test("is missing, is refused with the file and the variable that were looked for, and none is made", async () => {
    const { database } = await settledMarket();
    loseKey(name);
    const sentence = await said(settleKeys(database));
    const { file, variable } = placeOfSecret(name);
    expect(sentence).toMatch(remedy);
    expect(sentence).toContain(`The ${words} is missing: ${variable} is not set and there is no file ${file}.`);
    expect(existsSync(file)).toBe(false);
  });
});

test("a process whose database already knows its secrets is refused with others, also while nobody has signed up", async () => {
  const database = await freshDatabase();
  await settleKeys(database);
  setKey("kouan-hash-key");
  expect(await said(settleKeys(database))).toMatch(/hash key in KOUAN_HASH_KEY is not the one/);
});

test("an embedded database without people begins anew without its keys; one that several processes share does not", async () => {
  const database = await freshDatabase();
  await settleKeys(database);
  loseKey("kouan-master-key");
  const sentence = await said(settleKeys(database));
  if (dialect === "postgres") expect(sentence).toMatch(/master key is missing.*give it an empty one/);
  else {
    expect(sentence).toBe("nothing");
    expect((await listKeyChecks(database.read)).get("kouan-master-key")).toBe(
      checkValueOf("kouan-master-key", secret("kouan-master-key")),
    );
  }
});

describe("a database from before secrets were checked", () => {
  test("takes those that open what it holds for its own", async () => {
    const { database } = await settledMarket();
    const before = await listKeyChecks(database.read);
    await forgetChecks(database);
    await settleKeys(database);
    expect(await listKeyChecks(database.read)).toEqual(before);
  });

  test.each(["kouan-master-key", "kouan-opening-key"] as const)("refuses a %s that does not open it", async (name) => {
    const { database } = await settledMarket();
    await forgetChecks(database);
    setKey(name);
    expect(await said(settleKeys(database))).toMatch(/is not the one that this database was written with/);
    expect((await listKeyChecks(database.read)).size).toBe(0);
  });

  test("refuses to start without the master key, and is given the opening key where nothing was made with one", async () => {
    const { database } = await settledMarket({ twoPersonOpening: false });
    await forgetChecks(database);
    loseKey("kouan-opening-key");
    await settleKeys(database);
    expect((await listKeyChecks(database.read)).size).toBe(secretNames.length);
    await forgetChecks(database);
    loseKey("kouan-master-key");
    expect(await said(settleKeys(database))).toMatch(/master key is missing/);
  });
});

test("a secret that came with a newer version is made, and known from then on", async () => {
  const { database } = await settledMarket();
  await database.write(async (tx) => {
    await tx.delete(keyChecks);
    for (const name of secretNames.slice(0, -1))
      await saveKeyCheck(tx, { name, value: checkValueOf(name, secret(name)), since: instant(1) });
  });
  loseKey("kouan-reply-key");
  await settleKeys(database);
  expect((await listKeyChecks(database.read)).get("kouan-reply-key")).toBe(
    checkValueOf("kouan-reply-key", makeSecret("kouan-reply-key")),
  );
});

describe("a secret that is exchanged on purpose", () => {
  test("is another one in its file, with which the market starts and without which it does not", async () => {
    const { database } = await settledMarket();
    const { file } = placeOfSecret("kouan-session-secret");
    const before = readFileSync(file, "utf8");
    await rotateKey(database, "kouan-session-secret", { losesReceipts: false });
    expect(readFileSync(file, "utf8")).not.toBe(before);
    expect(await said(settleKeys(database))).toBe("nothing");
    setKey("kouan-session-secret", Buffer.from(before, "base64"));
    expect(await said(settleKeys(database))).toMatch(/session secret in KOUAN_SESSION_SECRET is not the one/);
  });

  test("is the one that the environment holds meanwhile; one that was not set anew is refused", async () => {
    const { database } = await settledMarket();
    setKey("kouan-field-key", secret("kouan-field-key"));
    const rotated = () => said(rotateKey(database, "kouan-field-key", { losesReceipts: false }));
    expect(await rotated()).toMatch(/KOUAN_FIELD_KEY still holds/);
    setKey("kouan-field-key");
    expect(await rotated()).toBe("nothing");
    expect(await said(settleKeys(database))).toBe("nothing");
  });

  test("needs all others to be the database's own", async () => {
    const { database } = await settledMarket();
    setKey("kouan-master-key");
    expect(await said(rotateKey(database, "kouan-session-secret", { losesReceipts: false }))).toMatch(/master key/);
  });

  test("does not take the receipts of open bids with it unless that is said", async () => {
    const market = await settledMarket({ mode: "open" });
    await market.bid(market.actors.provider, offerOfThree());
    const { database } = market;
    expect(await said(rotateKey(database, "kouan-hash-key", { losesReceipts: false }))).toMatch(
      /receipts of 1 versions/,
    );
    expect(await said(settleKeys(database))).toBe("nothing");
    await rotateKey(database, "kouan-hash-key", { losesReceipts: true });
    expect(await said(settleKeys(database))).toBe("nothing");
  });
});
