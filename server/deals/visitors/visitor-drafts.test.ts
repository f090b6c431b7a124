import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { entriesOfDraft, findDraft } from "@/db/repositories/deal-drafts";
import { organisations, users } from "@/db/schema/accounts";
import { deals, visitorDrafts } from "@/db/schema/deals";
import { mails } from "@/db/schema/notices";
import { auditEntries, idempotencyKeys } from "@/db/schema/platform";
import { requests } from "@/db/schema/requests";
import type { FormValues } from "@/domain/shared/form-state";
import { DAY_MS, later } from "@/domain/shared/time";
import type { Refusal } from "@/domain/shared/result";
import type { Command } from "@/server/platform/command";
import { execute } from "@/server/platform/execute";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { hashOf } from "@/server/platform/identity/tokens";
import { newId } from "@/server/platform/platform";
import { housekeepingRound } from "@/server/worker/timers";
import { postingMarket, START } from "@/test/posting-market";
import { publishVisitorDraft } from "./publish-visitor-draft";
import { titleBehindLink, visitorDraft } from "./queries";
import { confirmAndPublish, signUpWithDraft } from "./sign-up-with-draft";
import { saveVisitorDraft, startVisitorDraft } from "./start-draft";
import { addressHashOf, VISITOR_DRAFT_LIFE_MS, VISITOR_DRAFTS_MAX } from "./visitor-draft";

const TEXT =
  "400 cartons of LED lamps, HS 853952, 8.2 t, 46 cbm, by road from Yiwu to Almaty, DAP Almaty, ready 20 December 2026, value USD 62,800";
const READY = "ready 20 December 2026";
const ZONE = "Asia/Almaty";
const BIN = "140340018744";

const tokenOf = (seed: string) => seed.padEnd(43, "x");
let addresses = 0;

const ORGANISATION = {
  ...{ nameOwn: "Steppe Light", nameLatin: "Steppe Light", country: "KZ", city: "Almaty" },
  ...{ registrationNumber: BIN, description: "" },
};

async function started(text: string = TEXT) {
  const market = await postingMarket();
  const { database, on, actors } = market;
  const ip = `visitors ${(addresses += 1)}`;
  const run = <I, O, R extends Refusal>(command: Command<I, O, R>, input: unknown, actor = actors.visitor) =>
    execute(command, { actor, input, origin: { ip, requestId: null } }, on);
  const start = (token: string, of: string = text) =>
    run(startVisitorDraft, { text: of, zone: ZONE, tokenHash: hashOf(token), addressHash: addressHashOf(ip) });
  const token = tokenOf("first");
  const begun = await start(token);
  const draft = (of: string = token) => visitorDraft(database.read, of, on.clock());
  const save = async (changes: FormValues, review: unknown = {}, of: string = token) =>
    run(saveVisitorDraft, {
      tokenHash: hashOf(of),
      fields: { ...((await draft(of))?.fields ?? {}), ...changes },
      review,
    });
  const publish = async (actor = actors.buyer) =>
    run(publishVisitorDraft, { tokenHash: hashOf(token), version: (await draft())?.version ?? 0 }, actor);
  const signUp = async (email: string, more: object = {}) =>
    run(signUpWithDraft, {
      ...{ name: "Aigerim", email, locale: "en", timeZone: ZONE, passwordHash: "hash", isMailSpent: false },
      ...{ tokenHash: hashOf(token), version: (await draft())?.version ?? 0, organisation: ORGANISATION, ...more },
    });
  const mailed = async (email: string) => {
    const [mail] = await database.read.select().from(mails).where(eq(mails.toAddress, email));
    return /token=([\w-]+)/.exec(mail?.body ?? "")?.[1] ?? "";
  };
  const counts = async () => ({
    deals: await database.read.$count(deals),
    requests: await database.read.$count(requests),
    drafts: await database.read.$count(visitorDrafts),
  });
  return { ...market, ip, run, start, token, begun, draft, save, publish, signUp, mailed, counts };
}

const refusalOf = (outcome: { kind: string; refusal?: { code: string } }) => outcome.refusal?.code ?? outcome.kind;

describe("a draft of somebody without an account", () => {
  test("holds what was read and what most ask for, and stands under the hash of its link alone", async () => {
    const { begun, draft, token, database } = await started();
    expect(begun.kind).toBe("done");
    expect(await draft()).toMatchObject({
      fields: { originId: "CNYIU", wanted: ["logistics"], closesAt: "2026-11-27T17:00", decideBy: "2026-12-01T17:00" },
      ...{ userId: null, organisation: null, version: 1 },
    });
    const tables = [visitorDrafts, auditEntries, idempotencyKeys];
    const rows = await Promise.all(tables.map((table) => database.read.select().from(table)));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("invites the listed provider whose page led there, and whoever else is named is left out", async () => {
    const { run, draft, ip, list } = await started();
    await list("provider", "customs");
    for (const [invited, kept] of [
      ["provider", ["provider"]],
      ["buyer", undefined],
      ["nobody", undefined],
    ] as const) {
      const token = tokenOf(`led-by-${invited}`);
      const hashes = { tokenHash: hashOf(token), addressHash: addressHashOf(`${ip} ${invited}`) };
      await run(startVisitorDraft, { text: TEXT, zone: ZONE, ...hashes, invited });
      expect((await draft(token))?.fields.invited).toEqual(kept);
    }
  });

  test("keeps no address, only what it is counted by", async () => {
    const { ip, database } = await started();
    expect(JSON.stringify(await database.read.select().from(visitorDrafts))).not.toContain(ip);
  });

  test("is not made of a text in which nothing is found", async () => {
    const { begun, counts } = await started("How long is the queue today?");
    expect(refusalOf(begun)).toBe("nothing_read");
    expect(await counts()).toMatchObject({ drafts: 0 });
  });

  test("opens by its own link and by no other", async () => {
    const { draft, save, token, start } = await started();
    const other = tokenOf("other");
    await start(other, "20 t of cement from Urumqi to Almaty");
    expect((await draft(other))?.title).not.toBe((await draft())?.title);
    for (const wrong of [tokenOf("third"), "", `${token}x`, hashOf(token)]) expect(await draft(wrong)).toBeNull();
    expect(refusalOf(await save({ title: "Mine" }, {}, tokenOf("third")))).toBe("not_found");
    await save({ title: "Changed" });
    expect((await draft())?.title).toBe("Changed");
    expect((await draft(other))?.title).not.toBe("Changed");
  });

  test("keeps what is typed, and takes no column but its fields", async () => {
    const { draft, save } = await started();
    await save({ userId: "user-buyer", organisationId: "buyer", version: "9" });
    expect(await draft()).toMatchObject({ userId: null, organisation: null, version: 2 });
  });

  test("is held to fewer letters than a draft of an organisation", async () => {
    const { save, draft } = await started();
    const long = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`note${at}`, "x".repeat(4_900)]));
    expect((await save(long)).kind).toBe("malformed");
    expect((await draft())?.version).toBe(1);
  });

  test("is taken as a whole by one button, and each field of it is in the clerk's log once it is taken over", async () => {
    const { draft, save, publish, database } = await started(TEXT.replace(READY, "ready 下周五"));
    const { filled = {}, suggestions = {} } = (await draft())?.suggested ?? {};
    await save({ title: "Lamps" }, { isAllRight: true });
    const id = (await draft())?.id ?? "";
    expect((await draft())?.suggested?.suggestions).toEqual({});
    expect((await publish()).kind).toBe("done");
    const entries = await entriesOfDraft(database.read, id);
    const of = (outcome: string) => entries.flatMap((one) => (one.outcome === outcome ? [one.field] : [])).sort();
    expect(entries.find(({ field }) => field === "title")).toMatchObject({ outcome: "corrected", takenValue: "Lamps" });
    expect([...of("filled"), ...of("corrected")].sort()).toEqual(
      [...new Set([...Object.keys(filled), "title"])].sort(),
    );
    expect(of("accepted")).toEqual(
      Object.keys(suggestions)
        .filter((field) => field !== "title")
        .sort(),
    );
    expect(entries.every(({ byUserId, organisationId }) => byUserId === "user-buyer" && organisationId === "buyer"));
  });

  test("has no value where nobody took what is suggested", async () => {
    const { draft, publish, counts } = await started(TEXT.replace(READY, "ready 下周五"));
    expect((await draft())?.suggested?.suggestions).toHaveProperty("readyDate");
    expect((await draft())?.fields.readyDate).toBe("");
    expect(refusalOf(await publish())).toBe("draft_incomplete");
    expect(await counts()).toMatchObject({ deals: 0, drafts: 1 });
  });
});

describe("the limits on drafts without an account", () => {
  test("are a number of one address at a time, and texts in an hour", async () => {
    const { database, start, ip, draft } = await started();
    const row = (await database.read.select().from(visitorDrafts))[0] as typeof visitorDrafts.$inferInsert;
    await database.write(async (tx) => {
      for (let at = 1; at < VISITOR_DRAFTS_MAX; at++)
        await tx.insert(visitorDrafts).values({ ...row, id: newId(), tokenHash: `${at}` });
    });
    expect(refusalOf(await start(tokenOf("many")))).toBe("too_many_drafts");
    expect(await draft(tokenOf("many"))).toBeNull();
    expect(addressHashOf(ip)).toBe(row.addressHash);
    const rest = await Promise.all(Array.from({ length: 20 }, (_, at) => start(tokenOf(`again${at}`))));
    expect(rest.map(refusalOf)).toContain("too_many_requests");
  });

  test("are fourteen days after the last save: then the link opens nothing, and the row is swept", async () => {
    const { draft, save, setClock, counts, on } = await started();
    setClock(later(START, 10 * DAY_MS));
    await save({ title: "Later" });
    setClock(later(START, VISITOR_DRAFT_LIFE_MS + DAY_MS));
    expect((await draft())?.title).toBe("Later");
    await housekeepingRound(on);
    expect(await counts()).toMatchObject({ drafts: 1 });
    setClock(later(START, 10 * DAY_MS + VISITOR_DRAFT_LIFE_MS));
    expect(await draft()).toBeNull();
    expect(refusalOf(await save({}))).toBe("not_found");
    setClock(later(START, 11 * DAY_MS + VISITOR_DRAFT_LIFE_MS));
    await housekeepingRound(on);
    expect(await counts()).toMatchObject({ drafts: 0 });
  });
});

describe("a draft that somebody with an account publishes", () => {
  test("becomes a deal of their organisation, and its link opens nothing any more", async () => {
    const { save, publish, draft, counts, database } = await started();
    await save({}, { isAllRight: true });
    expect((await publish()).kind).toBe("done");
    expect(await counts()).toEqual({ deals: 1, requests: 1, drafts: 0 });
    expect((await database.read.select().from(deals))[0]).toMatchObject({
      ...{ buyerOrganisationId: "buyer", createdByUserId: "user-buyer" },
    });
    expect(await draft()).toBeNull();
    expect(refusalOf(await publish(await otherBuyer()))).toBe("not_found");
  });

  test("is published as it was read, by who may, or not at all", async () => {
    const { save, run, token, actors, counts } = await started();
    await save({}, { isAllRight: true });
    const old = { tokenHash: hashOf(token), version: 1 };
    expect(refusalOf(await run(publishVisitorDraft, old, actors.buyer))).toBe("stale_version");
    for (const actor of [actors.visitor, actors.viewer, actors.administrator])
      expect(["sign_in_needed", "not_permitted"]).toContain(
        refusalOf(await run(publishVisitorDraft, { ...old, version: 2 }, actor)),
      );
    expect(await counts()).toEqual({ deals: 0, requests: 0, drafts: 1 });
  });

  test("stays where it is while something is missing", async () => {
    const { save, publish, counts, draft } = await started();
    await save({ goodsValue: "" }, { isAllRight: true });
    expect(refusalOf(await publish())).toBe("draft_incomplete");
    expect(await counts()).toEqual({ deals: 0, requests: 0, drafts: 1 });
    expect((await draft())?.fields.goodsValue).toBe("");
  });
});

const otherBuyer = async () =>
  mintActor({ kind: "user", userId: "user-buyer2", organisationId: "buyer2", role: "owner" });

describe("a draft that a newcomer hands in", () => {
  test("waits for their mail, makes no organisation before, and is published by one press", async () => {
    const { save, signUp, mailed, run, counts, database, draft } = await started();
    await save({}, { isAllRight: true });
    expect((await signUp("new@steppe.example")).kind).toBe("done");
    const before = await database.read.$count(organisations);
    expect(await counts()).toEqual({ deals: 0, requests: 0, drafts: 1 });
    const token = await mailed("new@steppe.example");
    expect(await titleBehindLink(database.read, token, START)).toBe((await draft())?.title);
    const done = await run(confirmAndPublish, { token });
    expect(done).toMatchObject({ kind: "done", value: { draftId: null } });
    expect(await counts()).toEqual({ deals: 1, requests: 1, drafts: 0 });
    expect(await database.read.$count(organisations)).toBe(before + 1);
    const [user] = await database.read.select().from(users).where(eq(users.email, "new@steppe.example"));
    expect(user?.emailVerifiedAt).toBe(START);
    expect((await database.read.select().from(deals))[0]?.createdByUserId).toBe(user?.id);
    expect(await draft()).toBeNull();
    expect(refusalOf(await run(confirmAndPublish, { token }))).toBe("link_expired");
  });

  test("is theirs as a draft where it was changed after it was handed in, or cannot be published", async () => {
    const { save, signUp, mailed, run, counts, database } = await started();
    await save({}, { isAllRight: true });
    await signUp("late@steppe.example");
    await save({ title: "Changed since" });
    const done = await run(confirmAndPublish, { token: await mailed("late@steppe.example") });
    const draftId = done.kind === "done" ? done.value.draftId : null;
    expect(await counts()).toEqual({ deals: 0, requests: 0, drafts: 0 });
    expect(await findDraft(database.read, draftId ?? "")).toMatchObject({ title: "Changed since" });
  });

  test("answers alike whether or not the address has an account, and is not given to whose address it is", async () => {
    const { save, signUp, counts, draft, database } = await started();
    await save({}, { isAllRight: true });
    const known = await signUp("user-buyer@example.com");
    const fresh = await signUp("fresh@steppe.example");
    expect(known).toEqual(fresh);
    expect(await counts()).toMatchObject({ drafts: 1 });
    const [user] = await database.read.select().from(users).where(eq(users.email, "fresh@steppe.example"));
    expect((await draft())?.userId).toBe(user?.id);
  });

  test("is refused for an organisation that is here, a number that can be none, and a version that was not read", async () => {
    const { save, signUp, database, counts } = await started();
    await save({}, { isAllRight: true });
    await database.write((tx) =>
      tx.update(organisations).set({ registrationNumber: BIN }).where(eq(organisations.id, "buyer2")),
    );
    const before = await database.read.$count(users);
    expect(refusalOf(await signUp("a@steppe.example"))).toBe("registration_taken");
    const wrong = { ...ORGANISATION, registrationNumber: "140340018745" };
    expect((await signUp("b@steppe.example", { organisation: wrong })).kind).toBe("malformed");
    expect(refusalOf(await signUp("c@steppe.example", { version: 1 }))).toBe("stale_version");
    expect(await database.read.$count(users)).toBe(before);
    expect(await counts()).toMatchObject({ drafts: 1 });
  });

  test("stays behind its link where its organisation was entered meanwhile; the address is confirmed all the same", async () => {
    const { save, signUp, mailed, run, database, draft } = await started();
    await save({}, { isAllRight: true });
    await signUp("second@steppe.example");
    await database.write((tx) =>
      tx.update(organisations).set({ registrationNumber: BIN }).where(eq(organisations.id, "buyer2")),
    );
    const done = await run(confirmAndPublish, { token: await mailed("second@steppe.example") });
    expect(done).toMatchObject({ kind: "done", value: { dealId: null, draftId: null } });
    expect(await draft()).not.toBeNull();
  });
});
