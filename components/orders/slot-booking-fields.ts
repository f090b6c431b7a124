import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import type { StepField } from "@/components/ui/form/step-field";
import { zoneName } from "@/components/ui/time/format-time";
import { HOUR_MS, type Instant, later } from "@/domain/shared/instant";
import { MARKET_ZONE, wallClock } from "@/domain/shared/local-date";
import { DRIVERS_MAX, type SlotDriver } from "@/domain/orders/slots/slot-fields";
import type { Crossing, ShownSlot, SlotsView } from "@/domain/orders/slots/slot-view";

const PLATE_MAX = 15;

/** Times of a booking are those of the crossing's clock: that is how the system writes them. */
export const clockOf = (crossings: readonly Crossing[]): string => crossings[0]?.zone ?? MARKET_ZONE;

/** A row for each driver, and empty ones for others. */
export function useDriverFields(drivers: readonly SlotDriver[], rows: number): StepField[] {
  const t = useTranslations("slots.form");
  const count = Math.min(rows, DRIVERS_MAX);
  return Array.from({ length: count }, (_, place): StepField[] => {
    const number = place + 1;
    const driver = drivers[place];
    const isRequired = place === 0;
    const name = (part: string) => `drivers[${place}].${part}`;
    const common = { kind: "text", span: "span-4" } as const;
    return [
      {
        ...common,
        name: name("name"),
        label: t("driverName", { number }),
        initial: driver?.name,
        isRequired,
        maxLength: 80,
      },
      {
        ...{ ...common, name: name("document"), label: t("driverDocument", { number }), initial: driver?.document },
        ...{ isRequired, maxLength: 40 },
      },
      { ...common, name: name("phone"), label: t("driverPhone", { number }), initial: driver?.phone, maxLength: 30 },
    ];
  }).flat();
}

/** From when until when, by the clock of the crossing. */
export function useWindowFields(window: { readonly from: Instant; readonly to: Instant }, zone: string): StepField[] {
  const t = useTranslations("slots.form");
  const locale = useLocale();
  const common = { kind: "time", zoneName: zoneName(window.from, zone, locale), isRequired: true } as const;
  return [
    { ...common, name: "windowFrom", label: t("windowFrom"), initial: wallClock(window.from, zone) },
    { ...common, name: "windowTo", label: t("windowTo"), initial: wallClock(window.to, zone) },
  ];
}

/** Truck and crossing, with what they are now. */
export function useVehicleFields(crossings: readonly Crossing[], slot: ShownSlot | null): StepField[] {
  const t = useTranslations("slots.form");
  const locale = useLocale();
  return [
    {
      ...{ kind: "select", name: "placeId", label: t("crossing"), isRequired: true, span: "span-4" },
      options: crossings.map((crossing) => ({ value: crossing.id, label: placeName(crossing, locale) })),
      initial: slot?.placeId ?? crossings[0]?.id,
    },
    {
      ...{ kind: "text", name: "tractorPlate", label: t("tractorPlate"), isRequired: true, span: "span-4" },
      ...{ maxLength: PLATE_MAX, initial: slot?.tractorPlate },
    },
    {
      ...{ kind: "text", name: "trailerPlate", label: t("trailerPlate"), span: "span-4", maxLength: PLATE_MAX },
      initial: slot?.trailerPlate ?? undefined,
    },
  ];
}

const FIRST_HOURS = 24;
const LENGTH_HOURS = 2;

/** A day from now, on the hour, as a first suggestion. */
export function suggestedWindow(now: Instant): { readonly from: Instant; readonly to: Instant } {
  const from = later(now, FIRST_HOURS * HOUR_MS - (now % HOUR_MS));
  return { from, to: later(from, LENGTH_HOURS * HOUR_MS) };
}

/** Everything that a slot is booked by; of a slot whose place it takes, as that was. */
export function useBookingFields(view: SlotsView, slot: ShownSlot | null, now: Instant): StepField[] {
  const zone = clockOf(view.crossings);
  return [
    ...useVehicleFields(view.crossings, slot),
    ...useWindowFields(suggestedWindow(now), zone),
    ...useDriverFields(slot?.drivers ?? [], Math.max(2, (slot?.drivers.length ?? 0) + 1)),
  ];
}
