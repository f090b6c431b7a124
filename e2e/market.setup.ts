import { writeFileSync } from "node:fs";
import { translator } from "@/server/platform/translate";
import { SERVICES } from "@/domain/shared/vocabulary";
import { offerService } from "./journey/join-market";
import { HANOI } from "./journey/lanes";
import { arrive, idOf, press } from "./journey/person";
import { fillPosting } from "./journey/post-deal";
import { RIVAL } from "./journey/cast";
import { askForCarriage, bidOnCarriage, openForBid } from "./support/carriage-request";
import { callAs } from "./support/call-as";
import { MEMBERS, enterAs, keptFile, sessionFile } from "./support/sign-in";
import { COMPLETE_DRAFT, TRIED_DRAFT } from "./support/samples";
import { inHours, slotOf, truckOrder } from "./support/truck-order";
import { expect, test } from "./support/test";

for (const role of MEMBERS) {
  test(`${role} comes in by a button of the sign-in page`, async ({ page }) => {
    await enterAs(page, role);
    await page.context().storageState({ path: sessionFile(role) });
  });
}

// A draft with rows of every kind would be tried field by field for minutes.
const TRIED = ["logistics", "customs"] as const;

test("a provider of payments lists the other services too, so that it can bid on every kind", async ({ page }) => {
  await enterAs(page, RIVAL);
  const rival = { page, locale: "en", t: translator("en"), complaints: [] };
  const offered = { summary: "Everything that a deal needs on its way", hubId: "horgos", corridor: "CN-KZ" };
  for (const service of SERVICES.filter((one) => one !== "payment")) await offerService(rival, service, offered);
});

// What the demo market does not hold, because nobody leaves it lying about: things that their owners alone may see.
for (const name of [COMPLETE_DRAFT, TRIED_DRAFT]) {
  test(`buyer keeps a draft that could be published: the ${name}`, async ({ page }) => {
    await enterAs(page, "buyer");
    const buyer = { page, locale: "en", t: translator("en"), complaints: [] };
    const lane = { ...HANOI, cargo: HANOI.cargo.slice(0, 1) };
    await fillPosting(buyer, lane, name === COMPLETE_DRAFT ? SERVICES : TRIED);
    await press(buyer, buyer.t("deals.form.save"));
    await arrive(buyer, /saved=1/);
    writeFileSync(keptFile(name), idOf(buyer));
  });
}

test("buyer2 keeps a draft", async ({ page }) => {
  await enterAs(page, "buyer2");
  await page.goto("/en/deals/new");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page).toHaveURL(/\/deals\/drafts\/[0-9a-z]{26}/);
});

test("provider keeps a draft of a bid", async ({ page }) => {
  await enterAs(page, "provider");
  await page.goto("/en/desk");
  await openForBid(page, "en");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-z]{26}\?draft=/);
});

test("buyer2 has a request that is not published yet", async ({ request }) => {
  await askForCarriage(callAs(request, "buyer2"), { publish: false });
});

test("buyer and provider have a bid to negotiate about", async ({ request }) => {
  const buyer = callAs(request, "buyer");
  const id = await askForCarriage(buyer, { bidding: { negotiationRounds: 2 } });
  await bidOnCarriage(callAs(request, "provider"), id);
  await buyer(`/requests/${id}/close`, {});
});

test("buyer and provider have a truck with a slot that stands, and one with a slot that is asked for", async ({
  request,
}) => {
  const orderId = await truckOrder(request, "Compressors", 2);
  const provider = callAs(request, "provider");
  const confirmed = async (slot: ReturnType<typeof slotOf>, bookingNumber: string): Promise<string> => {
    const slotId = await provider(`/orders/${orderId}/slots`, slot);
    await provider(`/orders/${orderId}/slots/${slotId}/pay`, {});
    await provider(`/orders/${orderId}/slots/${slotId}/confirm`, { bookingNumber });
    return slotId;
  };
  // Its window has begun: a wait is not counted before that.
  await confirmed({ ...slotOf("123 ABC 05", 0), windowTo: inHours(30) }, "KGD-118204");
  const second = await confirmed(slotOf("777 KZA 05"), "KGD-118205");
  await provider(`/orders/${orderId}/milestones`, {
    ...{ code: "arrived_hub", occurredAt: inHours(0) },
    earlyReason: "Played in one go",
  });
  await provider(`/orders/${orderId}/slots/${second}/rebook`, {
    ...slotOf("778 KZA 05"),
    ...{ atFault: "provider", words: "Another truck had to come" },
  });
  await provider(`/orders/${orderId}/delay`, { place: "border", reason: "queue", from: inHours(0) });
});
