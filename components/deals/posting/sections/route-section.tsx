import { useCountryName } from "@/components/services/words/country-name";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { Button } from "@/components/ui/actions/button";
import { FormSection } from "@/components/ui/form/form-section";
import { ANY_HUB } from "@/domain/deals/deal-schema";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import type { ChosenWay, PostingOptions, ShownWay } from "@/domain/deals/posting/posting-view";
import { INLAND_MODES, MODES } from "@/domain/hubs/place";
import { CURRENCIES } from "@/domain/shared/money";
import { ChosenWayNote } from "./chosen-way-note";
import { ChoiceField, NumberField, TextField, type Typed } from "./posting-fields";
import { WayChoice } from "./way-choice";

type RouteSectionProps = Typed & {
  readonly options: PostingOptions;
  /** The planner's ways, once they were asked for. */
  readonly ways: readonly ShownWay[] | null;
  /** As the form was kept last; null while ends or mode are missing. */
  readonly chosen: ChosenWay | null;
};

const CURRENCY_OPTIONS = CURRENCIES.map((code) => ({ value: code, label: code }));

/** Part 1: what goes where, through which gate, under which rule. */
export function RouteSection({ options, ways, chosen, ...typed }: RouteSectionProps) {
  const t = useTranslations("deals.form");
  const words = useTranslations("services");
  const locale = useLocale();
  const countryOf = useCountryName();
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale);
  const places = options.places
    .map((place) => ({ value: place.id, label: `${placeName(place, locale)}, ${countryOf(place.country)}` }))
    .sort(byName);
  const hubs = [
    { value: ANY_HUB, label: t("anyHub") },
    ...options.hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })).sort(byName),
  ];
  return (
    <FormSection number={1} title={t("section.route")} lead={t("lead.route")}>
      <TextField {...typed} name="title" maxLength={120} hasHelp className="span-12" />
      <ChoiceField {...typed} name="originId" options={places} hasEmpty />
      <ChoiceField {...typed} name="destinationId" options={places} hasEmpty />
      <ChoiceField
        {...typed}
        name="mode"
        options={MODES.map((mode) => ({ value: mode, label: words(`mode.${mode}`) }))}
        className="span-4"
      />
      <ChoiceField
        {...typed}
        name="inlandMode"
        options={["own", ...INLAND_MODES].map((mode) => ({
          value: mode === "own" ? "" : mode,
          label: words(`inlandMode.${mode}`),
        }))}
        hasHelp
        className="span-8"
      />
      <TextField {...typed} name="readyDate" type="date" maxLength={10} className="span-4" />
      <ChoiceField {...typed} name="hubId" options={hubs} className="span-8" />
      <div className="span-12" id="ways">
        {chosen && <ChosenWayNote way={chosen} />}
        <Button name="intent" value="show-ways" icon="route">
          {t("showWays")}
        </Button>
        {ways && <WayChoice ways={ways} />}
      </div>
      <ChoiceField
        {...typed}
        name="incotermRule"
        options={INCOTERMS.map((rule) => ({ value: rule, label: `${rule} · ${words(`incoterm.${rule}`)}` }))}
        hasEmpty
        hasHelp
      />
      <TextField {...typed} name="incotermPlace" maxLength={80} />
      <ChoiceField {...typed} name="goodsCurrency" options={CURRENCY_OPTIONS} className="span-4" />
      <NumberField {...typed} name="goodsValue" hasHelp className="span-8" />
    </FormSection>
  );
}
