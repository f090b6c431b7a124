import { describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema/platform";
import { bidTemplates } from "@/db/schema/requests";
import { valuesOfBid } from "@/domain/bidding/bid-form";
import { BID_TEMPLATES_MAX } from "@/domain/bidding/bid-form-limits";
import { ownBidTemplate, ownBidTemplates } from "@/server/bidding/queries/bid-templates";
import { decrypt, newKey } from "@/server/sealing/envelope";
import { allRows } from "@/test/all-rows";
import { biddingMarket, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { dropBidTemplate, keepBidTemplate, renameBidTemplate } from "./bid-templates";

const SECRET = "73914682";
const TYPED = { currency: "CNY", "charges[0].code": "EXD", "charges[0].price": SECRET, remarks: "not a pri" };

async function market() {
  const of = await biddingMarket();
  const keep = (name: string, from: object = { fields: TYPED }, by = of.actors.provider) =>
    of.run(keepBidTemplate, by, { name, from: { ...("fields" in from ? { requestId: of.requestId } : {}), ...from } });
  const listed = (by = of.actors.provider) => ownBidTemplates(of.database.read, by, null);
  return { ...of, keep, listed };
}

describe("a template of bids", () => {
  test("keeps what is typed, right or wrong, for its own organisation and its service alone", async () => {
    const of = await market();
    const { id } = done(await of.keep("Usual clearance"));
    expect(await of.listed()).toMatchObject([{ id, name: "Usual clearance", service: "customs" }]);
    const read = (by = of.actors.provider, service: "customs" | "logistics" = "customs") =>
      ownBidTemplate(of.database.read, by, { id, service });
    expect(await read()).toEqual({ name: "Usual clearance", fields: TYPED });
    expect(await read(of.actors.provider, "logistics")).toBeNull();
    for (const other of [of.actors.provider2, of.actors.buyer, of.actors.administrator]) {
      expect(await read(other)).toBeNull();
      expect(await of.listed(other)).toEqual([]);
      expect(refusalOf(await of.run(renameBidTemplate, other, { templateId: id, name: "Mine" }))).toMatch(/not_/);
      expect(refusalOf(await of.run(dropBidTemplate, other, { templateId: id }))).toMatch(/not_/);
    }
    expect(await of.listed()).toHaveLength(1);
  });

  test("keeps a sent bid line by line as it was typed, whether it is still sealed or not", async () => {
    const of = await market();
    const { id: bidId } = await of.bid();
    const [version] = await of.versions(bidId);
    expect(version?.content).toBeNull();
    const { id } = done(await of.keep("As sent", { bidId }));
    const kept = await ownBidTemplate(of.database.read, of.actors.provider, { id, service: "customs" });
    await of.closeAtItsTime();
    const content = (await of.versions(bidId))[0]?.content;
    if (!content) throw new Error("opened");
    expect(kept?.fields).toMatchObject({ "charges[1].price": "1446.76", "charges[2].note": "per line" });
    const whole = valuesOfBid(content, { service: "customs", zone: "Asia/Shanghai" });
    for (const [name, value] of Object.entries(kept?.fields ?? {})) expect(whole[name]).toEqual(value);
    expect(refusalOf(await of.keep("Stolen", { bidId }, of.actors.provider2))).toBe("not_found");
  });

  test("of a name that is there already takes its place", async () => {
    const of = await market();
    const first = done(await of.keep("Usual"));
    const second = done(await of.keep("Usual", { fields: { remarks: "newer" } }));
    expect(second.id).toBe(first.id);
    const kept = await ownBidTemplate(of.database.read, of.actors.provider, { id: first.id, service: "customs" });
    expect(kept?.fields).toEqual({ remarks: "newer" });
    const haul = { equipment: "tilt_136", pickupFrom: "2026-12-12", pickupTo: "2026-12-13" };
    done(await of.keep("Usual", { requestId: await of.ask("logistics", haul), fields: {} }));
    expect(await of.listed()).toHaveLength(2);
  });

  test("is renamed, but not to a name that another of its service has, and deleted", async () => {
    const of = await market();
    const { id: templateId } = done(await of.keep("One"));
    done(await of.keep("Two"));
    const rename = (name: string) => of.run(renameBidTemplate, of.actors.provider, { templateId, name });
    expect(refusalOf(await rename("Two"))).toBe("template_name_taken");
    done(await rename("Three"));
    const kept = await ownBidTemplate(of.database.read, of.actors.provider, { id: templateId, service: "customs" });
    expect(kept).toEqual({ name: "Three", fields: TYPED });
    done(await of.run(dropBidTemplate, of.actors.provider, { templateId }));
    expect((await of.listed()).map(({ name }) => name)).toEqual(["Two"]);
  });

  test("there are at most thirty of an organisation", async () => {
    const of = await market();
    for (let count = 0; count < BID_TEMPLATES_MAX; count++) done(await of.keep(`No. ${count}`));
    expect(refusalOf(await of.keep("One more"))).toBe("too_many_templates");
    done(await of.keep("No. 3"));
    expect(await of.listed()).toHaveLength(BID_TEMPLATES_MAX);
  });

  test("is sealed at rest, its name too, to one size, and only its organisation's key opens it", async () => {
    const of = await market();
    done(await of.keep("Horgos clearance 2026"));
    done(await of.keep("B", { fields: {} }));
    const stored = JSON.stringify(await allRows(of.database), (_, value: unknown) =>
      typeof value === "object" && value !== null && "type" in value && "data" in value
        ? Buffer.from((value as { data: number[] }).data).toString("latin1")
        : value,
    );
    for (const secret of [SECRET, "Horgos clearance", "not a pri"]) expect(stored).not.toContain(secret);
    const rows = await of.database.read.select().from(bidTemplates);
    expect(new Set(rows.map((row) => `${row.sealed.length} ${row.sealedName.length}`)).size).toBe(1);
    for (const row of rows)
      expect(() =>
        decrypt(newKey(), row.keyForBidder, `bidder|bid-template|${row.id}|${row.providerOrganisationId}`),
      ).toThrow();
    const audited = JSON.stringify(await of.database.read.select().from(auditEntries));
    expect(audited).toContain("bidding.keep-bid-template");
    expect(audited).not.toContain(of.requestId.concat("x"));
  });

  test("needs a name, a request that its bidder may know, and somebody who may bid", async () => {
    const of = await market();
    expect(refusalOf(await of.keep("X", { requestId: "nowhere", fields: {} }))).toBe("not_found");
    expect((await of.keep("  ")).kind).toBe("malformed");
    expect(refusalOf(await of.keep("X", undefined, of.actors.viewer))).toBe("not_permitted");
    expect(await of.listed()).toEqual([]);
    await expect(of.bid(of.actors.provider, offerOfThree())).resolves.toBeDefined();
  });
});
