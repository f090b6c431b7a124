import { useLocale, useTranslations } from "next-intl";
import type { Mode } from "@/domain/hubs/place";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import type { Basis, ChargeCode, ChargeGroup } from "@/domain/services/charge";
import { listFormat } from "@/components/ui/format";
import { FilledSlots, ServiceMark } from "./service-cells";

/** A translator over all rooms: `useTranslations()` or `await getTranslations()`. */
type Words = (key: string, values?: Record<string, string>) => string;

/** An order, or the kind of service where no order is at hand; by its mode some steps are called otherwise: a truck arrives at a crossing, a container is gated in. */
type StepOwner = { readonly service: Service; readonly mode?: Mode };

/** A kind's own name, and those of its milestones, from the kind's own messages. */
export const serviceName = (words: Words, service: Service): string => words(`service-${service}.name`);
export const milestoneName = (words: Words, { service, mode }: StepOwner, code: string): string =>
  words(`service-${service}.milestone.${code}`, { mode: mode ?? "other" });

/** A step that is still to come, as the lists say it of whoever's turn it is: "to report: picked up", 待提货. */
export function useStepToCome(mode: Mode): (service: Service, code: string) => string {
  const words: Words = useTranslations();
  return (service, code) => words(`service-${service}.toCome.${code}`, { mode });
}

export function useServiceName(): (service: Service) => string {
  const words = useTranslations();
  return (service) => serviceName(words, service);
}

export function useMilestoneName(mode?: Mode): (service: Service, code: string) => string {
  const words = useTranslations();
  return (service, code) => milestoneName(words, { service, mode }, code);
}

/** Words of charges as every quotation shows them. */
export function useChargeWords() {
  const t = useTranslations("services");
  return {
    charge: (code: ChargeCode): string => t(`charge.${code}`),
    basis: (basis: Basis): string => t(`basis.${basis}`),
    group: (group: ChargeGroup): string => t(`chargeGroup.${group}`),
  };
}

const MINUTES_PER_HOUR = 60;

/** Minutes in words: whole hours as hours. */
export function useDurationWords(): (minutes: number) => string {
  const t = useTranslations("services.duration");
  return (minutes) =>
    minutes > 0 && minutes % MINUTES_PER_HOUR === 0
      ? t("hours", { n: minutes / MINUTES_PER_HOUR })
      : t("minutes", { n: minutes });
}

/** Icon in the colour of the service, word in ink. */
export function ServiceName({ service }: { readonly service: Service }) {
  return <ServiceMark service={service} name={useServiceName()(service)} />;
}

type ServiceSlotsProps = {
  readonly services: readonly Service[];
  /** How far each is, where the slots say it. */
  readonly states?: Readonly<Partial<Record<Service, { readonly look: string; readonly words: string }>>>;
};

/** A slot for each service, in fixed order so that they can be read without their words; one that is not asked for is empty. */
export function ServiceSlots({ services, states = {} }: ServiceSlotsProps) {
  const t = useTranslations("ui.slots");
  const name = useServiceName();
  const locale = useLocale();
  const asked = SERVICES.filter((kind) => services.includes(kind));
  const said = (kind: Service) => {
    const state = states[kind];
    return state ? t("stated", { service: name(kind), state: state.words }) : name(kind);
  };
  const names = listFormat(locale).format(asked.map(said));
  const looks = asked.map((kind) => states[kind]?.look);
  return <FilledSlots services={asked} label={t("named", { names })} {...(looks.some(Boolean) && { looks })} />;
}
