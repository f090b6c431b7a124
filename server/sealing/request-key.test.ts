import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findRequestKey, releasedShares } from "@/db/repositories/platform";
import { bidVersions, openingApprovals, requestKeys, requests } from "@/db/schema/requests";
import { changeRequest } from "@/server/requests/change-request";
import { closeDueRequest } from "@/server/requests/close-request";
import { createRequest } from "@/server/requests/create-request";
import { openRequest } from "@/server/requests/open-request";
import { secret } from "@/server/platform/process/secrets";
import { biddingMarket, CLOSES, done, refusalOf, SYSTEM } from "@/test/bidding-market";
import { fileMarket } from "@/test/file-market";
import { toIso } from "@/domain/shared/time";
import { decrypt, encrypt, newKey } from "./envelope";
import { openBid, sealBid } from "./seal-bid";
import {
  fingerprintOf,
  joinKey,
  newKeyPair,
  newRequestKey,
  openerOf,
  openWith,
  readRequestOpener,
  type ReleasedShare,
  releaseShare,
  type RequestOpener,
  sealTo,
  splitKey,
} from "./request-key";

describe("a key pair", () => {
  test("opens what was sealed to it, and nothing else does: not another pair, another context, a changed byte", () => {
    const pair = newKeyPair();
    const sealed = sealTo(pair.publicKey, Buffer.from("amount"), "here");
    expect(openWith(pair, sealed, "here").toString()).toBe("amount");
    expect(() => openWith(newKeyPair(), sealed, "here")).toThrow();
    expect(() => openWith({ ...pair, privateKey: newKeyPair().privateKey }, sealed, "here")).toThrow();
    expect(() => openWith({ ...pair, publicKey: newKeyPair().publicKey }, sealed, "here")).toThrow();
    expect(() => openWith(pair, sealed, "elsewhere")).toThrow();
    for (const at of [0, 40, sealed.length - 1]) {
      const bent = Buffer.from(sealed);
      bent[at] = (bent[at] as number) ^ 1;
      expect(() => openWith(pair, bent, "here")).toThrow();
    }
  });

  test("seals the same twice to two ciphertexts of one length", () => {
    const { publicKey } = newKeyPair();
    const [one, other] = [sealTo(publicKey, newKey(), "c"), sealTo(publicKey, newKey(), "c")];
    expect(one.length).toBe(other.length);
    expect(one.equals(other)).toBe(false);
  });
});

test("two shares make the key, one is noise, and two splits share nothing", () => {
  const key = newKey();
  const [first, second] = splitKey(key);
  expect(joinKey(first, second)).toEqual(key);
  expect(first).not.toEqual(key);
  expect(second).not.toEqual(key);
  expect(splitKey(key)[0]).not.toEqual(first);
});

async function splitMarket() {
  const of = await biddingMarket({ twoPersonOpening: true });
  const { id: bidId } = await of.bid();
  const kept = await findRequestKey(of.database.read, of.requestId);
  const [version] = await of.versions(bidId);
  if (!kept?.wrappedShare || !version?.sealed || !version.keyForRequest) throw new Error("sealed to a split key");
  const { requestId } = of;
  const opens = (key: RequestOpener) => () =>
    openBid(
      { sealed: version.sealed as Buffer, wrappedDataKey: version.keyForRequest as Buffer },
      { requestId, bidId, version: 1 },
      { holder: "request", key },
    );
  const released = async () => (await releasedShares(of.database.read, requestId)) as ReleasedShare[];
  return { ...of, bidId, kept, opens, released };
}

describe("where two people open", () => {
  test("the key is in the database as two shares under two secrets, and neither secret gives more than one", async () => {
    const { kept, requestId, opens } = await splitMarket();
    const share = (name: "kouan-master-key" | "kouan-opening-key", wrapped: Buffer, number: number) => () =>
      decrypt(secret(name), wrapped, `request-share|${requestId}|${number}`);
    const second = kept.wrappedShare as Buffer;
    const first = share("kouan-master-key", kept.wrappedKey, 1)();
    expect(share("kouan-opening-key", kept.wrappedKey, 1)).toThrow();
    expect(share("kouan-master-key", second, 2)).toThrow();
    const publicKey = kept.publicKey as Buffer;
    const whole = joinKey(first, share("kouan-opening-key", second, 2)());
    for (const privateKey of [first, share("kouan-opening-key", second, 2)()])
      expect(opens({ publicKey, privateKey })).toThrow();
    expect(opens({ publicKey, privateKey: whole })).not.toThrow();
  });

  test("no code path opens before two different people have said so, nor with one person's word twice", async () => {
    const of = await splitMarket();
    const unopened = () => expect(readRequestOpener(of.database.read, of.requestId)).rejects.toThrow("two people");
    await unopened();
    done(await of.closeAtItsTime());
    await unopened();
    done(await of.run(openRequest, of.actors.buyer, { requestId: of.requestId }));
    expect((await of.released()).map(({ number, userId }) => [number, userId])).toEqual([[1, "user-buyer"]]);
    await unopened();
    const twice = releaseShare(of.kept, { requestId: of.requestId, userId: "user-buyer", number: 2 });
    const alone: ReleasedShare[] = [...(await of.released()), { userId: "user-buyer", number: 2, share: twice }];
    expect(() => openerOf(of.kept, of.requestId, alone)).toThrow("two people");
    done(await of.run(openRequest, of.actors.colleague, { requestId: of.requestId }));
    expect((await of.released()).map(({ number }) => number).sort()).toEqual([1, 2]);
    expect(of.opens(await readRequestOpener(of.database.read, of.requestId))).not.toThrow();
  });

  test("a share that was released to one person is no other's, and of no other request", async () => {
    const of = await splitMarket();
    const { requestId, kept } = of;
    const word = (userId: string, number: 1 | 2) => ({
      userId,
      number,
      share: releaseShare(kept, { requestId, userId, number }),
    });
    const [one, two] = [word("one", 1), word("two", 2)];
    expect(of.opens(openerOf(kept, requestId, [one, two]))).not.toThrow();
    expect(() => openerOf(kept, requestId, [{ ...one, userId: "three" }, two])).toThrow();
    expect(() => openerOf(kept, "another", [one, two])).toThrow();
    expect(() => openerOf(kept, requestId, [one, { ...one, userId: "two", number: 2 }])).toThrow();
  });

  test("who turns two-person opening off in the database has the bids opened by nobody", async () => {
    const of = await splitMarket();
    await of.database.write((tx) =>
      tx.update(requests).set({ twoPersonOpening: false }).where(eq(requests.id, of.requestId)),
    );
    await expect(of.closeAtItsTime()).rejects.toThrow("two people");
    expect(await of.request()).toMatchObject({ state: "open", openedAt: null });
    expect((await of.versions(of.bidId))[0]?.content).toBeNull();
  });

  test("who said so is kept: no word is changed or taken back in the database", async () => {
    const of = await splitMarket();
    await of.closeAtItsTime();
    done(await of.run(openRequest, of.actors.buyer, { requestId: of.requestId }));
    await expect(of.database.write((tx) => tx.delete(openingApprovals))).rejects.toThrow();
    await expect(
      of.database.write((tx) => tx.update(openingApprovals).set({ userId: "user-buyer2" })),
    ).rejects.toThrow();
  });

  test("two words at once open once", async () => {
    const of = await splitMarket();
    await of.closeAtItsTime();
    const words = await Promise.all(
      [of.actors.buyer, of.actors.colleague, of.actors.buyer, of.actors.colleague].map((who) =>
        of.run(openRequest, who, { requestId: of.requestId }),
      ),
    );
    expect(words.filter((one) => one.kind === "done" && one.value.state === "opened")).toHaveLength(1);
    expect((await of.versions(of.bidId))[0]?.content).not.toBeNull();
  });
});

test("a file beside a bid is sealed to the same key: the buyer reads it when two people have opened, and not before", async () => {
  const of = await fileMarket({ twoPersonOpening: true });
  const paper = await of.sent(of.actors.provider, { subject: of.onBid });
  await of.bid();
  of.setClock(CLOSES);
  done(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId }));
  done(await of.run(openRequest, of.actors.buyer, { requestId: of.requestId }));
  expect(await of.read(of.actors.buyer, paper)).toBeNull();
  await expect(readRequestOpener(of.database.read, of.requestId)).rejects.toThrow("two people");
  done(await of.run(openRequest, of.actors.colleague, { requestId: of.requestId }));
  expect(await of.read(of.actors.buyer, paper)).toBe("gate 4");
});

test("a draft that is changed to two-person opening gets another key, split from the beginning", async () => {
  const of = await biddingMarket();
  await of.list("provider", "payment");
  const bidding = {
    mode: "sealed",
    closesAt: toIso(CLOSES),
    decideBy: toIso((CLOSES + 1) as typeof CLOSES),
    currency: "CNY",
  };
  const input = {
    dealId: of.dealId,
    service: "logistics",
    spec: { equipment: "tilt_136", pickupFrom: "2026-12-11", pickupTo: "2026-12-12" },
    bidding,
  };
  const { id } = done(await of.run(createRequest, of.actors.buyer, input));
  const before = await findRequestKey(of.database.read, id);
  done(await of.run(changeRequest, of.actors.buyer, { requestId: id, bidding: { twoPersonOpening: true } }));
  const after = await findRequestKey(of.database.read, id);
  expect([before?.wrappedShare, Boolean(after?.wrappedShare)]).toEqual([null, true]);
  expect(after?.publicKey?.equals(before?.publicKey as Buffer)).toBe(false);
});

describe("a request from before there were pairs", () => {
  test("is bid on and opened with its one key, as it was sealed, with one person or two", async () => {
    for (const twoPersonOpening of [false, true]) {
      const of = await biddingMarket({ twoPersonOpening });
      const singleKey = newKey();
      const wrappedKey = encrypt(secret("kouan-master-key"), singleKey, `request-key|${of.requestId}`);
      const old = { publicKey: null, wrappedKey, wrappedShare: null };
      await of.database.write((tx) => tx.update(requestKeys).set(old).where(eq(requestKeys.requestId, of.requestId)));
      const { id: bidId } = await of.bid();
      await of.closeAtItsTime();
      if (twoPersonOpening)
        for (const who of [of.actors.buyer, of.actors.colleague])
          done(await of.run(openRequest, who, { requestId: of.requestId }));
      expect((await of.versions(bidId))[0]?.content?.lines).toHaveLength(3);
      expect(refusalOf(await of.run(openRequest, of.actors.buyer, { requestId: of.requestId }))).toBe("wrong_state");
    }
  });
});

test("what is sealed to a pair says in its length nothing of which request, and a fingerprint is of the public half", () => {
  const [whole, split] = [newRequestKey("one", { isSplit: false }), newRequestKey("two", { isSplit: true })];
  const lengths = [whole, split].map(({ publicKey }) => {
    const context = { requestId: "r", bidId: "b", version: 1 };
    const keys = { request: { publicKey: publicKey as Buffer }, bidder: newKey() };
    return sealBid({ lines: [] } as never, context, keys).keyForRequest.length;
  });
  expect(new Set(lengths).size).toBe(1);
  expect(fingerprintOf(whole.publicKey)).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintOf(whole.publicKey)).not.toBe(fingerprintOf(split.publicKey));
  expect(fingerprintOf(null)).toBeNull();
});

test("the column of public keys is in use: every bid of a new market is sealed to one", async () => {
  const of = await biddingMarket();
  await of.bid();
  const keys = await of.database.read.select().from(requestKeys);
  expect(keys.map(({ publicKey }) => publicKey?.length)).toEqual([32]);
  expect((await of.database.read.select().from(bidVersions))[0]?.keyForRequest?.length).toBe(32 + 12 + 32 + 16);
});
