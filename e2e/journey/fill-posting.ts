import type { Service } from "@/domain/services/service";
import { expect } from "../support/test";
import type { Lane } from "./lanes";
import { arrive, choose, field, go, type Person, press, tick, write } from "./person";

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
const dayIn = (days: number): string => inDays(days).slice(0, 10);
const minuteIn = (days: number): string => inDays(days).slice(0, 16);

const label = (name: string): string => `deals.form.field.${name}.label`;

async function fillRoute(person: Person, lane: Lane): Promise<void> {
  const { t } = person;
  await write(person, t(label("title")), lane.goods);
  await choose(person, t(label("originId")), lane.originId);
  await choose(person, t(label("destinationId")), lane.destinationId);
  await choose(person, t(label("mode")), "road");
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

async function fillGoods(person: Person): Promise<void> {
  const { t } = person;
  await choose(person, t(label("incotermRule")), "DAP");
  await write(person, t(label("incotermPlace")), "Gate 2");
  await choose(person, t(label("goodsCurrency")), "CNY");
  await write(person, t(label("goodsValue")), "386,400.00");
  await write(person, t(label("line.description")), "Pallets of goods");
  await write(person, t(label("line.hsCode")), "853720");
  await write(person, t(label("line.packages")), "44");
  await choose(person, t(label("line.packageType")), "PX");
  await write(person, t(label("line.grossWeightKg")), "31680");
  await write(person, t(label("line.volumeCbm")), "118.8");
}

async function fillServices(person: Person, lane: Lane): Promise<void> {
  const { t } = person;
  const spec = (service: Service, name: string): string => t(`service-${service}.spec.${name}.label`);
  await tick(person, "checkbox", t("service-logistics.name"));
  await choose(person, spec("logistics", "equipment"), "tilt_136");
  await write(person, spec("logistics", "equipmentCount"), "2");
  await write(person, spec("logistics", "pickupFrom"), dayIn(11));
  await write(person, spec("logistics", "pickupTo"), dayIn(13));
  await tick(person, "checkbox", t("service-customs.name"));
  await tick(person, "radio", t(`service-customs.option.side.${lane.direction}`));
  await choose(person, spec("customs", "supervisionMode"), "0110");
  if (lane.direction === "export") return;
  await write(person, spec("customs", "importerName"), lane.buyer.nameOwn);
  await choose(person, spec("customs", "importerCountry"), lane.buyer.country);
  await write(person, spec("customs", "importerTaxId"), lane.buyer.registrationNumber);
}

async function fillBidding(person: Person): Promise<void> {
  const { t } = person;
  await tick(person, "radio", t("deals.form.bidMode.sealed.title"));
  await write(person, t(label("closesAt")), minuteIn(3));
  await write(person, t(label("decideBy")), minuteIn(6));
  await choose(person, t(label("comparisonCurrency")), "CNY");
  await tick(person, "checkbox", t(label("mayCloseEarly")));
  await tick(person, "radio", t("deals.form.visibility.open.title"));
}

/** Fills the form of a posting with two services, with a draft saved on the way. Answers the hub that the planner suggests. */
export async function fillPosting(person: Person, lane: Lane): Promise<string> {
  await go(person, "/deals/new");
  await fillRoute(person, lane);
  await keepDraft(person, lane);
  const hubId = await readSuggestedWays(person);
  await fillGoods(person);
  await fillServices(person, lane);
  await fillBidding(person);
  return hubId;
}
