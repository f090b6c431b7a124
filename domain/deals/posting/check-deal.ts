import { directionOf } from "../../hubs/corridor";
import { inlandModeFits, type Place } from "../../hubs/place";
import { contactIn } from "../../requests/contact/contact-in-text";
import { addDays, type LocalDate } from "../../shared/local-date";
import type { Refusal } from "../../shared/result";
import { volumeOfLine } from "../cargo/cargo-line";
import { mayHavePackingGroup } from "../cargo/dangerous-goods";
import type { CargoLineInput, DealInput } from "../deal-schema";
import { incotermFitsMode } from "../incoterm";

/** A rule that a deal breaks; `details.field` is the path of the member, as in `cargo[2].value`. */
export type DealIssue = Refusal<
  | "not_across_china_border"
  | "direction_mismatch"
  | "incoterm_not_for_mode"
  | "inland_mode_not_for_mode"
  | "ready_date_past"
  | "ready_date_too_far"
  | "value_in_another_currency"
  | "cargo_value_above_goods"
  | "package_too_heavy"
  | "density_implausible"
  | "contact_in_text"
  | "net_above_gross"
  | "packing_group_not_of_class"
>;

const READY_DAYS_MAX = 730;
// Heavy lifts on public roads end near 150 t; bulk is not counted by the package.
const PACKAGE_GRAMS_MAX = 150_000_000;
const BULK: readonly string[] = ["VR", "VO", "VL"];
// Osmium, the densest element, is 22.59 g/cm³; foam and empty vessels go down to about 5 kg a cubic metre.
const DENSITY_MAX_G_PER_CM3 = 22.6;
const DENSITY_MIN_G_PER_CM3 = 0.002;

const issue = (
  code: DealIssue["code"],
  field: string,
  values: Readonly<Record<string, string | number>> = {},
): DealIssue => ({ code, details: { field, ...values } });

function checkLine(line: CargoLineInput, field: string): DealIssue[] {
  const issues: DealIssue[] = [];
  const isCounted = !BULK.includes(line.packageType);
  if (isCounted && line.grossWeightGrams / line.packages > PACKAGE_GRAMS_MAX)
    issues.push(issue("package_too_heavy", `${field}.grossWeightGrams`, { tonnes: PACKAGE_GRAMS_MAX / 1_000_000 }));
  const density = line.grossWeightGrams / volumeOfLine(line);
  if (density > DENSITY_MAX_G_PER_CM3 || density < DENSITY_MIN_G_PER_CM3)
    issues.push(
      issue("density_implausible", `${field}.${line.dimensionsMm ? "dimensionsMm" : "volumeCm3"}`, {
        kgPerCbm: Math.round(density * 100_000) / 100,
      }),
    );
  if (line.netWeightGrams !== undefined && line.netWeightGrams > line.grossWeightGrams)
    issues.push(issue("net_above_gross", `${field}.netWeightGrams`));
  const { packingGroup, hazardClass } = line.dangerousGoods ?? {};
  if (packingGroup && hazardClass && !mayHavePackingGroup(hazardClass))
    issues.push(issue("packing_group_not_of_class", `${field}.dangerousGoods.packingGroup`, { hazardClass }));
  return issues;
}

/** Title, place and goods with their marks are read by bidders before the award, and contacts are exchanged with it. */
function checkTexts({ title, incoterm, cargo }: DealInput): DealIssue[] {
  const ofLine = ({ description, marks }: DealInput["cargo"][number], at: number) => [
    [`cargo[${at}].description`, description],
    [`cargo[${at}].marks`, marks],
  ];
  const texts = [["title", title], ["incoterm.place", incoterm.place], ...cargo.flatMap(ofLine)];
  return texts.flatMap(([field = "", text = ""]) =>
    contactIn(text) === null ? [] : [issue("contact_in_text", field)],
  );
}

function checkValues({ cargo, goodsValue }: DealInput): DealIssue[] {
  const foreign = cargo.flatMap(({ value }, line) =>
    value !== undefined && value.currency !== goodsValue.currency
      ? [issue("value_in_another_currency", `cargo[${line}].value`, { currency: goodsValue.currency })]
      : [],
  );
  if (foreign.length > 0) return foreign;
  const total = cargo.reduce((all, { value }) => all + (value?.minor ?? 0n), 0n);
  return total > goodsValue.minor ? [issue("cargo_value_above_goods", "goodsValue")] : [];
}

/**
 * The rules of a deal between its members and against the world: its ends lie on two sides of China's border and say its
 * direction; Incoterm and inland mode go with the mode; the goods are ready from `today` on, within two years; the values of the
 * lines are in the currency of the goods and not above their value; no package beyond 150 t; no density that no goods have;
 * net weight not above gross; no packing group in a class that has none; no way to reach anybody in title, place or goods.
 */
export function checkDeal(
  deal: DealInput,
  world: {
    readonly origin: Pick<Place, "country">;
    readonly destination: Pick<Place, "country">;
    readonly today: LocalDate;
  },
): DealIssue[] {
  const issues: DealIssue[] = [];
  const direction = directionOf(world.origin, world.destination);
  if (direction === null) issues.push(issue("not_across_china_border", "destinationId"));
  else if (direction !== deal.direction) issues.push(issue("direction_mismatch", "direction", { direction }));
  if (!incotermFitsMode(deal.incoterm.rule, deal.mode))
    issues.push(issue("incoterm_not_for_mode", "incoterm.rule", { rule: deal.incoterm.rule }));
  if (deal.inlandMode && !inlandModeFits(deal.inlandMode, deal.mode))
    issues.push(issue("inland_mode_not_for_mode", "inlandMode", { mode: deal.mode }));
  if (deal.readyDate < world.today) issues.push(issue("ready_date_past", "readyDate"));
  else if (deal.readyDate > addDays(world.today, READY_DAYS_MAX))
    issues.push(issue("ready_date_too_far", "readyDate", { days: READY_DAYS_MAX }));
  return [
    ...issues,
    ...checkTexts(deal),
    ...checkValues(deal),
    ...deal.cargo.flatMap((line, at) => checkLine(line, `cargo[${at}]`)),
  ];
}
