import { directionOf } from "../../hubs/corridor";
import { inlandModeFits, type Place } from "../../hubs/place";
import { contactIn } from "../../shared/contact/contact-in-text";
import { addDays, type LocalDate } from "../../shared/local-date";
import { isEmbargoed } from "../../tariff/trade-bans";
import type { DealInput } from "../deal-schema";
import { incotermFitsMode } from "../../tariff/incoterm";
import { checkLine, type LineWorld } from "./check-line";
import { type DealIssue, dealIssue } from "./deal-issue";

const READY_DAYS_MAX = 730;

/** Title, place and goods with their marks are read by bidders before the award, and contacts are exchanged with it. */
function checkTexts({ title, incoterm, cargo }: DealInput): DealIssue[] {
  const ofLine = ({ description, marks }: DealInput["cargo"][number], at: number) => [
    [`cargo[${at}].description`, description],
    [`cargo[${at}].marks`, marks],
  ];
  const texts = [["title", title], ["incoterm.place", incoterm.place], ...cargo.flatMap(ofLine)];
  return texts.flatMap(([field = "", text = ""]) =>
    contactIn(text) === null ? [] : [dealIssue("contact_in_text", field)],
  );
}

function checkValues({ cargo, goodsValue }: DealInput): DealIssue[] {
  const foreign = cargo.flatMap(({ value }, line) =>
    value !== undefined && value.currency !== goodsValue.currency
      ? [dealIssue("value_in_another_currency", `cargo[${line}].value`, { currency: goodsValue.currency })]
      : [],
  );
  if (foreign.length > 0) return foreign;
  const total = cargo.reduce((all, { value }) => all + (value?.minor ?? 0n), 0n);
  return total > goodsValue.minor ? [dealIssue("cargo_value_above_goods", "goodsValue")] : [];
}

/**
 * The rules of a deal between its members and against the world: neither end lies in an embargoed country; they lie on two
 * sides of China's border and say its direction; Incoterm and inland mode go with the mode; the goods are ready from `today` on, within two years; the values of the
 * lines are in the currency of the goods and not above their value; each line keeps the rules of `checkLine`; no way to reach anybody
 * in title, place or goods.
 */
export function checkDeal(
  deal: DealInput,
  world: LineWorld & {
    readonly origin: Pick<Place, "country">;
    readonly today: LocalDate;
  },
): DealIssue[] {
  const issues = (["originId", "destinationId"] as const).flatMap((field) =>
    isEmbargoed(world[field === "originId" ? "origin" : "destination"].country)
      ? [dealIssue("embargoed_country", field)]
      : [],
  );
  const direction = directionOf(world.origin, world.destination);
  if (direction === null) issues.push(dealIssue("not_across_china_border", "destinationId"));
  else if (direction !== deal.direction) issues.push(dealIssue("direction_mismatch", "direction", { direction }));
  if (!incotermFitsMode(deal.incoterm.rule, deal.mode))
    issues.push(dealIssue("incoterm_not_for_mode", "incoterm.rule", { rule: deal.incoterm.rule }));
  if (deal.inlandMode && !inlandModeFits(deal.inlandMode, deal.mode))
    issues.push(dealIssue("inland_mode_not_for_mode", "inlandMode", { mode: deal.mode }));
  if (deal.readyDate < world.today) issues.push(dealIssue("ready_date_past", "readyDate"));
  else if (deal.readyDate > addDays(world.today, READY_DAYS_MAX))
    issues.push(dealIssue("ready_date_too_far", "readyDate", { days: READY_DAYS_MAX }));
  return [
    ...issues,
    ...checkTexts(deal),
    ...checkValues(deal),
    ...deal.cargo.flatMap((line, at) => checkLine(line, `cargo[${at}]`, world)),
  ];
}
