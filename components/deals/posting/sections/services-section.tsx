import { useTranslations } from "next-intl";
import { SuggestionList } from "@/components/clerk/suggestion-list";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { FieldError } from "@/components/ui/form/field";
import { FormSection } from "@/components/ui/form/form-section";
import { ServiceName } from "@/components/ui/freight/service-name";
import { sectionOf } from "@/domain/deals/posting/posting-issue";
import { SERVICES, type Service } from "@/domain/services/service";
import { valuesOf } from "@/domain/shared/form-state";
import { useFieldLabel } from "../use-field-label";
import type { Typed } from "./posting-fields";

type ServicesSectionProps = Typed & { readonly zone: string };

/** Part 3: which services are asked for. The fields of one appear when it is ticked, by style alone. */
export function ServicesSection({ values, errors, suggested, zone }: ServicesSectionProps) {
  const t = useTranslations("deals.form");
  const wanted = valuesOf(values, "wanted");
  const labelOf = useFieldLabel();
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
            {...{ values, errors, suggested, zone }}
          />
        ))}
        {open.length > 0 && <SuggestionList suggestions={Object.fromEntries(open)} labelOf={labelOf} />}
        <FieldError id="wanted-error">{errors.wanted}</FieldError>
      </div>
    </FormSection>
  );
}

type ServiceChoiceProps = ServicesSectionProps & {
  readonly service: Service;
  readonly isWanted: boolean;
  readonly errorId: string | undefined;
};

function ServiceChoice({ service, isWanted, errorId, values, errors, zone }: ServiceChoiceProps) {
  const t = useTranslations("deals.form");
  const { SpecFields } = SERVICE_SCREENS[service];
  return (
    <div className="group border-t border-line pt-1">
      <label className="check">
        <input
          type="checkbox"
          name="wanted"
          value={service}
          id={service === "logistics" ? "wanted" : `wanted-${service}`}
          defaultChecked={isWanted}
          aria-describedby={errorId}
        />
        <span>
          <ServiceName service={service} />
          <small>{t(`service.${service}`)}</small>
        </span>
      </label>
      <div className="hidden pb-2 group-has-[[name=wanted]:checked]:block">
        <div className="form-grid">
          <SpecFields prefix={`services.${service}.`} values={values} errors={errors} zone={zone} />
        </div>
      </div>
    </div>
  );
}
