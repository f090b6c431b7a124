import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/words";
import type { ActionField } from "@/components/ui/form/action-field";
import { zoneName } from "@/components/ui/time/format-time";
import { type Instant, MARKET_ZONE } from "@/domain/shared/time";
import { wallClock } from "@/domain/shared/zones";
import { DRIVERS_MAX, type SlotDriver } from "@/domain/orders/slots/slot-fields";
import type { Crossing, BorderSlot, SlotList } from "@/views/slots";
import { type SlotWindow, suggestedWindow } from "@/domain/orders/slots/window";

const PLATE_MAX = 15;

const isOneClock = (crossings: readonly Pick<Crossing, "zone">[]): boolean =>
  new Set(crossings.map(({ zone }) => zone)).size <= 1;

/** A row for each driver, and empty ones for others. */
export function useDriverFields(drivers: readonly SlotDriver[], rows: number): ActionField[] {
  const t = useTranslations("slots.form");
  const count = Math.min(rows, DRIVERS_MAX);
  return Array.from({ length: count }, (_, place): ActionField[] => {
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

/**
 * From when until when, by the clock of the crossing: that is how its system writes them. Of crossings with different clocks the one that is
 * chosen counts, which the fields say in place of a zone.
 */
export function useWindowFields(window: SlotWindow, crossings: readonly Pick<Crossing, "zone">[]): ActionField[] {
  const t = useTranslations("slots.form");
  const locale = useLocale();
  const zone = crossings[0]?.zone ?? MARKET_ZONE;
  const clock = isOneClock(crossings) ? zoneName(window.from, zone, locale) : t("crossingClock");
  const common = { kind: "time", zoneName: clock, isRequired: true } as const;
  return [
    { ...common, name: "windowFrom", label: t("windowFrom"), initial: wallClock(window.from, zone) },
    { ...common, name: "windowTo", label: t("windowTo"), initial: wallClock(window.to, zone) },
  ];
}

/** Truck and crossing, with what they are now; crossings with their zones where they have different ones at `now`. */
export function useVehicleFields(crossings: readonly Crossing[], slot: BorderSlot | null, now: Instant): ActionField[] {
  const t = useTranslations("slots.form");
  const locale = useLocale();
  const nameOf = (crossing: Crossing) => {
    const name = placeName(crossing, locale);
    return isOneClock(crossings) ? name : t("crossingZone", { name, zone: zoneName(now, crossing.zone, locale) });
  };
  return [
    {
      ...{ kind: "select", name: "placeId", label: t("crossing"), isRequired: true, span: "span-4" },
      options: crossings.map((crossing) => ({ value: crossing.id, label: nameOf(crossing) })),
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

/** That a truck which is in another slot in the same hours carries the goods of both orders; asked once it is. */
export function useSharedField(): ActionField {
  const t = useTranslations("slots.form");
  return { kind: "tick", name: "isShared", label: t("shared"), detail: t("sharedDetail"), isOnDemand: true };
}

/** Everything that a slot is booked by; of a slot whose place it takes, as that was, in that one's system. */
export function useBookingFields(view: SlotList, slot: BorderSlot | null, now: Instant): ActionField[] {
  const { crossings } = slot ?? view;
  return [
    ...useVehicleFields(crossings, slot, now),
    ...useWindowFields(suggestedWindow(now, view.hours), crossings),
    useSharedField(),
    ...useDriverFields(slot?.drivers ?? [], Math.max(2, (slot?.drivers.length ?? 0) + 1)),
  ];
}
