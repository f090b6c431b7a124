import { expect } from "../support/test";
import type { Lane, PlanRow } from "./lane";
import { type Person, arrive, choose, field, go, idOf, press, tick, write } from "./person";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { dayIn, minuteIn } from "../support/days-ahead";
import { unfold } from "../support/unfold";
import { type Filled, fillPart, saidOtherwise } from "./fill-part";
import { partOf } from "./typed";
import { kindName } from "./kind-name";
import { GOODS_VALUE, askedOf } from "./asked";

const cellsOf = (row: PlanRow): string[] => row.map(String);

/** The sampling plan on the page holds the numbers of the published tables, class by class, and those of the carton drop. */
export async function expectPlan({ page, t }: Person, { inspected }: Lane): Promise<void> {
  const rowsOf = (caption: string) =>
    page
      // On a phone of who bids it lies folded above the form.
      .getByRole("table", { name: t(caption), exact: true, includeHidden: true })
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  const classes = Object.entries(inspected.plan).map(([name, row]) => [t(`services.plan.${name}`), ...cellsOf(row)]);
  expect(await rowsOf("services.plan.caption")).toEqual(classes);
  const dropTest = [t("service-inspection.option.test.carton_drop"), "S-3", ...cellsOf(inspected.dropTest)];
  expect(await rowsOf("service-inspection.testPlan.caption")).toEqual([dropTest]);
}

/** How pages are to say what was asked of each kind. */
export type AskedWords = Readonly<Partial<Record<Service, readonly Filled[]>>>;

type FilledPosting = {
  /** The one that the planner suggested. */
  readonly hubId: string;
  readonly asked: AskedWords;
};

const label = (name: string): string => `deals.form.field.${name}.label`;

/** An end of the way: with a script it is looked for, without one it is chosen from a list. */
async function writePlace(person: Person, label: string, id: string): Promise<void> {
  const box = field(person, label);
  // The list becomes a search when the script comes, perhaps between a look and a choice.
  await expect(async () => {
    if ((await box.getAttribute("role")) !== "combobox") {
      await box.selectOption(id, { timeout: 1_000 });
      return;
    }
    await box.fill(id);
    await person.page.getByRole("listbox").getByRole("option").first().click();
    await expect(person.page.locator(`input[type=hidden][value="${id}"]`)).toHaveCount(1);
  }).toPass();
}

async function fillRoute(person: Person, lane: Lane): Promise<void> {
  const { t } = person;
  await write(person, t(label("title")), lane.goods);
  await writePlace(person, t(label("originId")), lane.originId);
  await writePlace(person, t(label("destinationId")), lane.destinationId);
  await choose(person, t(label("mode")), lane.mode);
  await write(person, t(label("readyDate")), dayIn(10));
}

/** What was written so far is kept, and is there again. */
async function keepDraft(person: Person, lane: Lane): Promise<void> {
  const { page, t } = person;
  await press(person, t("deals.form.save"));
  await arrive(person, /\/deals\/drafts\/\w{26}\?.*saved=1/);
  await expect(page.getByText(t("deals.form.savedNote"))).toBeVisible();
  await expect(field(person, t(label("title")))).toHaveValue(lane.goods);
}

/** The hub stays with the planner, whose suggestion is read first. Answers the suggested hub. */
async function readSuggestedWays(person: Person): Promise<string> {
  const { page, t } = person;
  await press(person, t("deals.form.showWays"));
  const suggested = page.getByRole("listitem").filter({ hasText: t("deals.form.way.suggested") });
  await expect(suggested).toBeVisible();
  await expect(field(person, t(label("hubId")))).toHaveValue("any");
  return ((await suggested.getByRole("button").getAttribute("value")) ?? "").replace("take-hub:", "");
}

const MEASURES = { packages: "44", packageType: "PX", grossWeightKg: "5280", volumeCbm: "19.8" };

async function fillGoods(person: Person, { cargo }: Lane): Promise<void> {
  const { t } = person;
  await choose(person, t(label("incotermRule")), "FCA");
  await write(person, t(label("incotermPlace")), "Gate 2");
  await choose(person, t(label("goodsCurrency")), "CNY");
  await write(person, t(label("goodsValue")), GOODS_VALUE);
  for (const [line, goods] of cargo.entries()) {
    const part = { prefix: `cargo[${line}].`, labelOf: (name: string) => t(label(`line.${name}`)) };
    await fillPart(person, part, { ...goods, ...MEASURES });
  }
}

async function fillService(person: Person, lane: Lane, service: Service): Promise<Filled[]> {
  const { t } = person;
  const { typed, saidAs = {} } = askedOf(lane, t)[service];
  // Papers and points of a checklist may be called like a kind.
  await person.page
    .getByRole("checkbox", { name: kindName(t, service) })
    .and(person.page.locator('[name="wanted"]'))
    .check();
  // Without a script its fields come by a button.
  const show = person.page.locator(`button[value="show-service:${service}"]`);
  if ((await show.count()) > 0) await show.click();
  await expect(person.page.locator(`[id="services.${service}"]`)).toBeVisible();
  const filled = await fillPart(person, partOf(t, service, "spec"), typed);
  return saidOtherwise(filled, saidAs);
}

async function fillBidding(person: Person, { isOpenedByTwo }: Lane): Promise<void> {
  const { page, t } = person;
  for (const name of ["bidMode", "comparisonCurrency"]) await unfold(page.locator(`[name=${name}]`).first());
  await tick(person, "radio", t("deals.form.bidMode.sealed.title"));
  await write(person, t(label("closesAt")), minuteIn(3));
  await write(person, t(label("decideBy")), minuteIn(6));
  await choose(person, t(label("comparisonCurrency")), "CNY");
  await tick(person, "checkbox", t(label("mayCloseEarly")));
  if (isOpenedByTwo) await tick(person, "checkbox", t(label("twoPersonOpening")));
  await tick(person, "radio", t("deals.form.visibility.open.title"));
}

/** Fills the form of a posting, with a draft saved on the way. */
export async function fillPosting(
  person: Person,
  lane: Lane,
  services: readonly Service[] = SERVICES,
): Promise<FilledPosting> {
  await go(person, "/deals/new");
  await fillRoute(person, lane);
  await keepDraft(person, lane);
  const hubId = await readSuggestedWays(person);
  await fillGoods(person, lane);
  const asked: Partial<Record<Service, Filled[]>> = {};
  for (const service of services) asked[service] = await fillService(person, lane, service);
  await fillBidding(person, lane);
  return { hubId, asked };
}

export type Posted = FilledPosting & {
  readonly dealId: string;
  readonly requestIds: Readonly<Record<Service, string>>;
};

/** The buyer reads what bidders will read, the numbers of the sample among it, and publishes. */
async function publish(person: Person, lane: Lane): Promise<string> {
  const { page, t } = person;
  await press(person, t("deals.form.check"));
  await expect(page.getByRole("heading", { name: t("deals.checkPage.title") })).toBeVisible();
  await arrive(person, /\/check$/);
  await expectPlan(person, lane);
  await press(person, t("deals.checkPage.publish", { count: SERVICES.length }));
  await arrive(person, /\/deals\/\w{26}$/);
  return idOf(person);
}

/** Where the deal's page leads for a kind. */
async function requestIdOf({ page, t }: Person, service: Service): Promise<string> {
  const link = page.getByRole("link", { name: new RegExp(kindName(t, service)) }).filter({ visible: true });
  return (await link.first().getAttribute("href"))?.split("/").at(-1) ?? "";
}

/** Posts a deal with all four services, from an empty form to its page. */
export async function postDeal(person: Person, lane: Lane): Promise<Posted> {
  const { page, t } = person;
  const filled = await fillPosting(person, lane);
  const dealId = await publish(person, lane);
  await expect(page.getByText(t(`deals.box.direction.${lane.direction}`))).toBeVisible();
  await expect(page.getByText(t("deals.box.hubChoice.any"))).toBeVisible();
  await go(person, `/deals/${dealId}`);
  const ids: [Service, string][] = [];
  for (const service of SERVICES) ids.push([service, await requestIdOf(person, service)]);
  return { ...filled, dealId, requestIds: Object.fromEntries(ids) as Posted["requestIds"] };
}
