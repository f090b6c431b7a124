import { type Person, go, openPerson } from "./journey/person";
import { callAs } from "./support/call-as";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";
import { PROVIDED, reportAll, type UnfilledDeal, unfilledDeal } from "./support/unfilled-deal";

const PLAY_MS = 240_000;
/** So many interactions more may a deal cost its buyer where nobody bid on a service. */
const MORE_MAX = 6;

// A buyer of a wholesale market stands among the goods.
test.use({ viewport: { width: 390, height: 844 } });

/** What the buyer does because nobody bid: each page that is opened and each press counts. */
function counted(buyer: Person) {
  let count = 0;
  const act = async <Value>(doing: Promise<Value>): Promise<Value> => {
    count += 1;
    return doing;
  };
  return {
    open: (path: string) => act(go(buyer, path)),
    press: (name: string) => act(buyer.page.getByRole("button", { name, exact: true }).first().click()),
    count: () => count,
  };
}

const bar = ({ page, t }: Person) => page.getByRole("region", { name: t("ui.turn.label") });
const confirmWords = ({ t }: Person, code: string) =>
  t("chain.gates.state", { what: t(`service-customs.milestone.${code}`) });

/** The number of an export from China that was released today. */
const releaseNumber = (): string => `9402${new Date().getUTCFullYear()}0000012345`;

/** Says what the customs gave: a release is stated with its number, day and reason. */
async function stateRelease({ page, t }: Person) {
  const field = (name: string) => page.getByRole("textbox", { name: t(`chain.release.${name}`) });
  await field("number").fill(releaseNumber());
  await page.locator("#release [name=releasedOn]").fill(new Date().toISOString().slice(0, 10));
  await field("reason").fill("Seen in the Single Window");
}

async function expectReadable({ page }: Person) {
  await expectNoSideScroll(page);
  await expectAxeClean(page);
}

async function expectDone({ page, t }: Person, { dealId }: UnfilledDeal, locale: string) {
  await page.goto(`/${locale}/deals/${dealId}/chain`);
  await expect(page.getByText(t("chain.turn.allDone"))).toBeVisible();
}

test("a deal of four services of which nobody bids on one is carried to its end by its buyer's own word, in at most six interactions more", async ({
  browser,
  baseURL,
  request,
}, { project }) => {
  test.setTimeout(PLAY_MS);
  const [locale = "en"] = languagesOf(project.name);
  const place = { locale, baseURL: baseURL as string };
  const deal = await unfilledDeal(request, `Pumps ${project.name}`);
  const [buyer, carrier] = [await openPerson(browser, place), await openPerson(browser, place)];
  await signInAs(buyer.page, "buyer");
  await signInAs(carrier.page, "provider");
  const { t } = buyer;
  const customs = t("service-customs.name");
  const more = counted(buyer);

  await test.step("it is the buyer's turn, with four choices on one page", async () => {
    await more.open(`/deals/${deal.dealId}`);
    await expect(bar(buyer)).toContainText(t("deals.turn.yours"));
    await expect(bar(buyer)).toContainText(t("deals.turn.say.choose", { service: customs }));
    const choices = buyer.page.locator("#what-now-customs");
    await expect(choices.getByRole("listitem")).toHaveCount(4);
    await expectReadable(buyer);
    await go(carrier, `/deals/${deal.dealId}/chain`);
    await expect(carrier.page.locator("#what-now-customs")).toHaveCount(0);
  });
  await test.step("the buyer does it itself", async () => {
    await more.press(t("requests.fallback.do_it_ourselves.do"));
    await expect(buyer.page.locator("#what-now-customs")).toHaveCount(0);
  });
  await test.step("the truck waits for the buyer's word, and for nothing else", async () => {
    await reportAll(request, deal, { service: "inspection", codes: ["scheduled", "on_site", "report_issued"] });
    await callAs(request, "buyer")(`/orders/${deal.orders.inspection}/accept`, {});
    await reportAll(request, deal, { service: "logistics", codes: ["booked"] });
    await more.open(`/deals/${deal.dealId}`);
    await expect(bar(buyer)).toContainText(t("chain.turn.yours"));
    await expectReadable(buyer);
    await more.press(confirmWords(buyer, "documents_complete"));
    await expect(buyer.page).toHaveURL(/\/chain$/);
    await expect(buyer.page.locator("#gates")).toContainText(t("chain.gates.stated"));
    await expectReadable(buyer);
  });
  await test.step("its provider reads whose word it was", async () => {
    await go(carrier, `/deals/${deal.dealId}/chain`);
    const gates = carrier.page.locator("#gates");
    await expect(gates).toContainText(t("chain.gates.stated"));
    await expect(gates.getByRole("button")).toHaveCount(0);
    await expectReadable(carrier);
  });
  await test.step("the goods cross by the buyer's word", async () => {
    const codes = ["slot_reserved", "picked_up", "arrived_hub", "export_released"];
    await reportAll(request, deal, { service: "logistics", codes });
    await more.open(`/deals/${deal.dealId}`);
    await stateRelease(buyer);
    await expectReadable(buyer);
    await more.press(t("chain.release.send"));
    await expect(buyer.page).toHaveURL(/\/chain$/);
    await expect(buyer.page.locator("#gates")).toContainText(t("chain.gates.released"));
    await expect(buyer.page.locator("#gates")).toContainText(releaseNumber());
  });
  await test.step("the deal ends", async () => {
    const call = callAs(request, "buyer");
    await reportAll(request, deal, { service: "logistics", codes: ["crossed_border", "import_released", "delivered"] });
    await reportAll(request, deal, {
      service: "payment",
      codes: ["kyc_submitted", "kyc_approved", "funds_received", "compliance_cleared"],
    });
    const sending = { referenceKind: "bank", reference: `TT-${deal.orders.payment.slice(-10)}` };
    const occurredAt = new Date().toISOString();
    await callAs(request, PROVIDED.payment)(`/orders/${deal.orders.payment}/sendings`, { ...sending, occurredAt });
    await reportAll(request, deal, { service: "payment", codes: ["received_by_payee"] });
    for (const service of ["logistics", "payment"] as const) await call(`/orders/${deal.orders[service]}/accept`, {});
    await reportAll(request, deal, { service: "inspection", codes: ["buyer_decided"] });
    await reportAll(request, deal, { service: "logistics", codes: ["documents_closed"] });
    await reportAll(request, deal, { service: "payment", codes: ["control_documents_delivered"] });
    await expectDone(buyer, deal, locale);
  });
  expect(more.count()).toBeLessThanOrEqual(MORE_MAX);
  expect([...buyer.complaints, ...carrier.complaints], "the browser complained").toEqual([]);
});

test("what nobody bid on is asked again of providers by name, as it was, and is bid on", async ({
  browser,
  baseURL,
  request,
}, { project }) => {
  test.setTimeout(PLAY_MS);
  const [locale = "en"] = languagesOf(project.name);
  const deal = await unfilledDeal(request, `Valves ${project.name}`);
  const buyer = await openPerson(browser, { locale, baseURL: baseURL as string });
  await signInAs(buyer.page, "buyer");
  const { page, t } = buyer;
  await go(buyer, `/requests/${deal.customs.id}`);
  await expect(bar(buyer)).toContainText(t("bidding.turn.choose.no_bids"));
  await expectReadable(buyer);
  await page.getByRole("link", { name: t("requests.fallback.invite.do") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("requests.again.title"));
  await expectReadable(buyer);
  await page.locator("#invited").getByRole("checkbox").first().check();
  await page
    .getByRole("button", { name: t("requests.again.send"), exact: true })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL(
    ({ pathname }) => /\/requests\/\w+$/.test(pathname) && !pathname.includes(deal.customs.id),
  );
  await expect(page.getByText(t("bidding.turn.bid.buyer"))).toBeVisible();
  await go(buyer, `/requests/${deal.customs.id}`);
  await expect(page.getByText(t("bidding.turn.ended.again"))).toBeVisible();
  await go(buyer, `/deals/${deal.dealId}`);
  await expect(page.locator("#what-now-customs")).toHaveCount(0);
  expect(buyer.complaints, "the browser complained").toEqual([]);
});
