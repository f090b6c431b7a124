import type { Equipment } from "../../services/logistics/equipment";
import { MODES, type Mode } from "../../hubs/place";
import { type FormValues, valueOf } from "../../shared/form-state";
import { addDays, dayOf, type Instant, isWeekend, type LocalDate, parseLocalDate } from "../../shared/time";
import { newPosting } from "./new-posting";
import { wantedServices } from "./posting-fields";

/** Bids are taken for three working days, and two more are left to choose; both end when offices do. */
const OPEN_DAYS = 3;
const CHOOSING_DAYS = 2;
const OFFICE_ENDS = "17:00";
/** From when the goods are ready, for a truck to come. */
const PICKUP_DAYS = 2;

/** What goods usually go in, where nobody named it. */
const USUAL: Readonly<Record<Mode, Equipment>> = { road: "tilt_136", rail: "40hc", sea: "40hc", air: "air_pallet" };

/** The day that comes so many working days after another; Saturdays and Sundays do not count. */
export function workingDaysAfter(day: LocalDate, days: number): LocalDate {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (!isWeekend(reached)) left--;
  }
  return reached;
}

/** When bidding closes and by when it is decided, where nobody said it: wall clocks of `zone`, as the form has them. */
export function usualTimes(zone: string, now: Instant): { readonly closesAt: string; readonly decideBy: string } {
  const closes = workingDaysAfter(dayOf(now, zone), OPEN_DAYS);
  return {
    closesAt: `${closes}T${OFFICE_ENDS}`,
    decideBy: `${workingDaysAfter(closes, CHOOSING_DAYS)}T${OFFICE_ENDS}`,
  };
}

/** What a carriage needs and nobody said: the usual equipment of the mode, and pick-up in the days after the goods are ready. */
function usualCarriage(fields: FormValues): FormValues {
  if (!wantedServices(fields).includes("logistics")) return {};
  const mode = MODES.find((one) => one === valueOf(fields, "mode"));
  const ready = parseLocalDate(valueOf(fields, "readyDate"));
  return {
    ...(mode ? { "services.logistics.equipment": USUAL[mode] } : {}),
    ...(ready
      ? { "services.logistics.pickupFrom": ready, "services.logistics.pickupTo": addDays(ready, PICKUP_DAYS) }
      : {}),
  };
}

/** The same where something was taken since: fields that are empty and for which nothing else is suggested. */
export function withUsualCarriage(fields: FormValues, suggested: Readonly<Record<string, unknown>>): FormValues {
  const isOpen = (name: string) => valueOf(fields, name) === "" && suggested[name] === undefined;
  const usual = Object.entries(usualCarriage(fields)).filter(([name]) => isOpen(name));
  return { ...fields, ...Object.fromEntries(usual) };
}

/**
 * The posting form as somebody finds it who has said a sentence: what was read of it, and for the rest what most ask for. Logistics is asked
 * where the text asks for nothing; what was read always stands.
 */
export function firstDraft(
  read: FormValues,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): FormValues {
  const fields = { ...newPosting(zone), ...usualTimes(zone, now), wanted: ["logistics"], ...read };
  return { ...usualCarriage(fields), ...fields };
}
