import { nameOrder } from "@/components/ui/format";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { placeName, useNameList } from "@/components/ui/words";
import type { SpecFieldsProps } from "@/components/services/spec-fields";
import { Button } from "@/components/ui/blocks";
import { useDrawnLate } from "@/components/ui/form/drawn-late";
import { FieldError, FormSection, type Option } from "@/components/ui/form/inputs";
import { ServiceName } from "@/components/services/service-name";
import { sectionOf } from "@/domain/requests/posting-issue";
import type { PostingOptions } from "@/views/postings";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { directionOf as goodsDirection } from "@/domain/hubs/corridor";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { type Typed, useFieldLabel } from "./posting-fields";
import { type Suggestion, suggestedText } from "@/domain/deals/clerk/suggestions";
import { SuggestionWords, TakeButton } from "./suggestions";

// The fields of four services are a third of the form's script, and a form begins without any: they come with the first tick.
const SpecFields = dynamic<SpecFieldsProps>(() =>
  import("@/components/services/spec-fields").then((parts) => parts.SpecFields),
);

/** The suggestions of a part whose fields bear no marks of their own, each with its words and its button. */
function SuggestionList({ suggestions }: { readonly suggestions: readonly (readonly [string, Suggestion])[] }) {
  const words = useTranslations();
  const nameList = useNameList();
  const labelOf = useFieldLabel();
  const shown = (field: string, suggestion: Suggestion): string => {
    const value = suggestedText(suggestion);
    if (field === "wanted") return nameList(value.split(" ").map((service) => words(`service-${service}.name`)));
    if (field.endsWith(".equipment")) return words(`services.equipment.${value}`);
    return value;
  };
  return (
    <ul className="grid gap-2">
      {suggestions.map(([field, suggestion]) => (
        <li key={field} className="border-t border-line pt-2 text-sm">
          <a href={`#${field}`}>{labelOf(field)}</a>
          <div className="flex flex-wrap items-start gap-2">
            <SuggestionWords suggestion={suggestion} value={shown(field, suggestion)} />
            <TakeButton field={field} label={labelOf(field)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Brings the words of a kind of service around its fields; the page says how. */
export type WordsOfKind = ComponentType<{
  readonly room: `service-${Service}`;
  readonly children: ReactNode;
}>;

type ServicesSectionProps = Typed & {
  readonly WordsOfKind: WordsOfKind;
  readonly zone: string;
  /** For a request that may name other hubs than its deal's. */
  readonly hubs: PostingOptions["hubs"];
  readonly places: PostingOptions["places"];
  readonly book: PostingOptions["book"];
};

/** Part 3: which services are asked for. */
export function ServicesSection({
  values,
  errors,
  suggested,
  zone,
  hubs,
  places,
  book,
  WordsOfKind,
}: ServicesSectionProps) {
  const t = useTranslations("deals.form");
  const locale = useLocale();
  const wanted = valuesOf(values, "wanted");
  const named = hubs
    .map((hub) => ({ value: hub.id, label: placeName(hub, locale) }))
    .sort((a, b) => nameOrder(locale)(a.label, b.label));
  const open = Object.entries(suggested?.suggestions ?? {}).filter(([field]) => sectionOf(field) === "services");
  return (
    <FormSection number={3} title={t("section.services")} lead={t("lead.services")}>
      <div className="span-12 grid gap-3">
        {SERVICES.map((service) => (
          <ServiceChoice
            key={service}
            service={service}
            isWanted={wanted.includes(service)}
            errorId={errors.wanted ? "wanted-error" : undefined}
            {...{ values, errors, suggested, zone, hubs: named, places, book, WordsOfKind }}
          />
        ))}
        {open.length > 0 && <SuggestionList suggestions={open} />}
        <FieldError id="wanted-error">{errors.wanted}</FieldError>
      </div>
    </FormSection>
  );
}

type ServiceChoiceProps = Omit<ServicesSectionProps, "hubs"> & {
  readonly hubs: readonly Option[];
  readonly service: Service;
  readonly isWanted: boolean;
  readonly errorId: string | undefined;
};

/**
 * A service with its fields, which are most of the form: they are drawn once it is ticked, or something stands in them, and
 * from then on shown while it is. Without a script a button brings them.
 */
function ServiceChoice({
  service,
  isWanted,
  errorId,
  values,
  errors,
  zone,
  hubs,
  places,
  book,
  ...props
}: ServiceChoiceProps) {
  const { WordsOfKind } = props;
  const words = useTranslations();
  const prefix = `services.${service}.`;
  const isNeeded = isWanted || Object.keys(values).some((name) => name.startsWith(prefix));
  const { isDrawn, draw, place } = useDrawnLate<HTMLInputElement>(isNeeded);
  const directionOf = (typed: FormValues) => {
    const at = (name: string) => places.find(({ id }) => id === valueOf(typed, name));
    const [origin, destination] = [at("originId"), at("destinationId")];
    return (origin && destination && goodsDirection(origin, destination)) ?? undefined;
  };
  return (
    <div className="group border-t border-line pt-1">
      <label className="check">
        <input
          ref={place}
          type="checkbox"
          name="wanted"
          onChange={draw}
          value={service}
          id={service === "logistics" ? "wanted" : `wanted-${service}`}
          defaultChecked={isWanted}
          aria-describedby={errorId}
        />
        <span>
          <ServiceName service={service} />
          <small>{words(`service-${service}.lead`)}</small>
        </span>
      </label>
      <div className="hidden pb-2 group-has-[[name=wanted]:checked]:block">
        {isDrawn ? (
          <div className="form-grid" id={`services.${service}`}>
            <WordsOfKind room={`service-${service}`}>
              <SpecFields {...{ service, prefix, values, errors, zone, hubs, directionOf, book }} />
            </WordsOfKind>
          </div>
        ) : (
          <noscript>
            <Button name="intent" value={`show-service:${service}`}>
              {words("deals.form.showService")}
            </Button>
          </noscript>
        )}
      </div>
    </div>
  );
}
