import { useLocale, useTranslations } from "next-intl";
import { hubNameOf } from "@/components/hubs/hub-title";
import { Button } from "@/components/ui/blocks";
import { dateFormat, nameOrder, regionNames } from "@/components/ui/format";
import { DateInput, Field, Select, type Wiring } from "@/components/ui/form/inputs";
import { type Hub, MODES, type Place } from "@/domain/hubs/place";
import { Icon } from "@/components/ui/icons/icon";
import { PlaceInput } from "@/components/ui/form/place-input";
import { townWords } from "@/components/ui/form/town-words";

type PlaceSelectProps = {
  readonly wiring: Wiring;
  readonly name: string;
  readonly defaultValue: string;
  readonly places: readonly Place[];
};

/** All places in two groups, China's and those abroad: a route has one end in each. */
function PlaceSelect({ places, wiring, ...field }: PlaceSelectProps) {
  const t = useTranslations("hubs.plan");
  const locale = useLocale();
  const country = regionNames(locale);
  const order = nameOrder(locale);
  const label = (place: Place) =>
    place.country === "CN"
      ? hubNameOf(place, locale)
      : `${country.of(place.country) ?? place.country} · ${hubNameOf(place, locale)}`;
  const group = (isChina: boolean) =>
    places
      .filter((place) => (place.country === "CN") === isChina)
      .map((place) => ({ id: place.id, label: label(place) }))
      .sort((a, b) => order(a.label, b.label));
  const chosen = places.find(({ id }) => id === field.defaultValue);
  return (
    <PlaceInput
      {...{ ...field, wiring, locale }}
      label={chosen ? `${hubNameOf(chosen, locale)}, ${country.of(chosen.country)}` : field.defaultValue}
      words={townWords(useTranslations("hubs.town"))}
    >
      <span className="select">
        <select {...wiring} {...field} className="input">
          <option value="">{t("choosePlace")}</option>
          {[true, false].map((isChina) => (
            <optgroup key={String(isChina)} label={t(isChina ? "china" : "abroad")}>
              {group(isChina).map((place) => (
                <option key={place.id} value={place.id}>
                  {place.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </PlaceInput>
  );
}

export type PlanValues = {
  readonly from: string;
  readonly to: string;
  readonly mode: string;
  readonly hub: string;
  readonly month: number;
  /** `YYYY-MM-DD`, or empty. */
  readonly ready: string;
};

type PlanFormProps = {
  /** The planner's own address; the form is sent there by GET and works without a script. */
  readonly action: string;
  readonly values: PlanValues;
  readonly places: readonly Place[];
  readonly hubs: readonly Hub[];
  /** Whether the day on which the goods are to be ready has passed. */
  readonly isReadyPast: boolean;
};

/** Two places, a mode, a port, a month or a day. */
export function PlanForm({ action, values, places, hubs, isReadyPast }: PlanFormProps) {
  const t = useTranslations("hubs.plan");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const month = dateFormat(locale, { month: "long", timeZone: "UTC" });
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: month.format(Date.UTC(2026, index, 1)),
  }));
  const sorted = [...hubs].sort(
    (a, b) => Number(b.isBorderHub) - Number(a.isBorderHub) || (a.nameEn < b.nameEn ? -1 : 1),
  );
  return (
    <form method="get" action={action} className="plan-form">
      <Field id="plan-from" label={t("from")} isRequired>
        {(wiring) => <PlaceSelect {...{ wiring, places }} name="from" defaultValue={values.from} />}
      </Field>
      <Field id="plan-to" label={t("to")} isRequired>
        {(wiring) => <PlaceSelect {...{ wiring, places }} name="to" defaultValue={values.to} />}
      </Field>
      <Field id="plan-mode" label={t("mode")} isRequired>
        {({ required: _, ...wiring }) => (
          <Select
            {...wiring}
            name="mode"
            placeholder={t("anyMode")}
            defaultValue={values.mode}
            options={MODES.map((mode) => ({ value: mode, label: modes(mode) }))}
          />
        )}
      </Field>
      <Field id="plan-hub" label={t("hub")} isRequired>
        {({ required: _, ...wiring }) => (
          <Select
            {...wiring}
            name="hub"
            placeholder={t("anyHub")}
            defaultValue={values.hub}
            options={sorted.map((hub) => ({ value: hub.id, label: hubNameOf(hub, locale) }))}
          />
        )}
      </Field>
      <Field id="plan-month" label={t("month")} isRequired>
        {(wiring) => <Select {...wiring} name="month" defaultValue={String(values.month)} options={months} />}
      </Field>
      <Field id="plan-ready" label={t("ready")} help={t("readyHelp")} error={isReadyPast && t("readyPast")}>
        {(wiring) => <DateInput {...wiring} name="ready" defaultValue={values.ready} />}
      </Field>
      <Button variant="primary">{t("show")}</Button>
    </form>
  );
}
