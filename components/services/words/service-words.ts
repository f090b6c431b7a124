import { useTranslations } from "next-intl";
import type { Service } from "@/domain/services/service";

/** A translator over all rooms: `useTranslations()` or `await getTranslations()`. */
type Words = (key: string) => string;

/** A kind's own name, and those of its milestones, from the kind's own messages. */
export const serviceName = (words: Words, service: Service): string => words(`service-${service}.name`);
export const milestoneName = (words: Words, service: Service, code: string): string =>
  words(`service-${service}.milestone.${code}`);

export function useServiceName(): (service: Service) => string {
  const words = useTranslations();
  return (service) => serviceName(words, service);
}

export function useMilestoneName(): (service: Service, code: string) => string {
  const words = useTranslations();
  return (service, code) => milestoneName(words, service, code);
}
