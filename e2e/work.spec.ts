import { EXPORTER } from "@/domain/services/examples";
import type { APIRequestContext, Page } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { translator } from "@/server/platform/translate";
import { apiKeyOf } from "./support/call-as";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const DAY_MS = 86_400_000;
/** So long after the call has been answered a list that is open elsewhere shows what it has changed. */
const SHOWN_MS = 2_000;

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

type Answer = { readonly id: string; readonly orders: readonly string[]; readonly reference: string };

const caller = (request: APIRequestContext) => ({
  async post(as: "buyer" | "provider", path: string, data: object): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${apiKeyOf(as)}`,
      "idempotency-key": `work-${process.pid}-${Date.now()}-${Math.random()}`,
    };
    const answer = await request.post(`/api/v1${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Answer;
  },
  async get(path: string): Promise<Answer> {
    const answer = await request.get(`/api/v1${path}`, {
      headers: { authorization: `Bearer ${apiKeyOf("provider")}` },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Answer;
  },
});
type Caller = ReturnType<typeof caller>;

/** A haul that was awarded, beside a clearance that nobody has been chosen for: its slot waits for papers that nobody brings. */
async function gatedHaul({ post, get }: Caller) {
  const deal = await post("buyer", "/deals", { ...DEAL_BODY, readyDate: inDays(20).slice(0, 10) });
  const bidding = { ...REQUEST_BODY.bidding, closesAt: inDays(3), decideBy: inDays(6) };
  const ask = (service: string, spec: object) =>
    post("buyer", "/requests", { dealId: deal.id, service, spec, bidding, publish: true });
  const pickup = { pickupFrom: inDays(21).slice(0, 10), pickupTo: inDays(22).slice(0, 10) };
  const haul = await ask("logistics", { equipment: "tilt_136", ...pickup });
  await ask("customs", { side: "export", supervisionMode: "0110", ...EXPORTER });
  const charges = [{ code: "OFT", basis: "truck", unitPrice: { minor: 1_850_000, currency: "CNY" } }];
  const bid = await post("provider", `/requests/${haul.id}/bids`, { ...BID_BODY, charges, validUntil: inDays(30) });
  await post("buyer", `/requests/${haul.id}/close`, {});
  const { orders } = await post("buyer", `/requests/${haul.id}/award`, { bids: [{ bidId: bid.id }] });
  const [orderId = ""] = orders;
  const { reference } = await get(`/orders/${orderId}`);
  const report = (code: string) =>
    post("provider", `/orders/${orderId}/milestones`, {
      code,
      occurredAt: new Date().toISOString(),
      earlyReason: "Played in one go",
      papersReason: "On paper",
    });
  const waive = (gate: string) =>
    post("buyer", `/deals/${deal.id}/gates/waive`, { gate, reason: "The papers are on the truck" });
  const stateRelease = () => {
    const now = new Date().toISOString();
    const release = { number: `9402${now.slice(0, 4)}0000012345`, releasedOn: now.slice(0, 10), reason: "Seen online" };
    return post("buyer", `/deals/${deal.id}/gates/state`, { need: "customs.released", release });
  };
  return {
    orderId,
    reference,
    report,
    waive,
    stateRelease,
    accept: () => post("buyer", `/orders/${orderId}/accept`, {}),
  };
}

const rowIn = (page: Page, part: string, reference: string) =>
  page.locator(`#${part} .row-link`, { hasText: reference });

test("an order moves through its provider's open work list as others waive and accept, and never under somebody's hands", async ({
  page,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const haul = await gatedHaul(caller(request));
  for (const code of ["booked", "picked_up"]) await haul.report(code);
  await signInAs(page, "provider");
  await page.goto(`/${language}/work?service=logistics`);
  const live = page.getByText(t("ui.live.live"), { exact: true });
  await expect(rowIn(page, "waiting", haul.reference)).toBeVisible();
  await expect(live).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { isStillThere: true }));

  await haul.waive("customs.documents_complete>logistics.slot_reserved");
  await expect(rowIn(page, "yours", haul.reference)).toBeVisible({ timeout: SHOWN_MS });
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  await haul.stateRelease();
  for (const code of ["slot_reserved", "delivered"]) await haul.report(code);
  await expect(rowIn(page, "delivered", haul.reference)).toBeVisible({ timeout: SHOWN_MS });
  await haul.accept();
  await expect(rowIn(page, "yours", haul.reference)).toBeVisible({ timeout: SHOWN_MS });
  expect(await page.evaluate(() => "isStillThere" in globalThis)).toBe(true);

  await page.goto(`/${language}/orders/${haul.orderId}`);
  await expect(live).toBeVisible();
  const note = page.locator("#report [name=note]");
  await note.fill("Originals by courier");
  await haul.report("documents_closed");
  await expect(page.getByRole("link", { name: t("ui.live.news") })).toBeVisible();
  await expect(note).toHaveValue("Originals by courier");
});
