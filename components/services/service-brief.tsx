import type { Service } from "@/domain/shared/service";
import { SERVICE_SCREENS } from "./registry";

type ServiceBriefProps = { readonly service: Service; readonly spec: unknown };

/** Whether a service carries no goods, so that their weight and mode say nothing of it. */
export const isApartFromGoods = (service: Service): boolean => SERVICE_SCREENS[service].BriefText !== undefined;

/** What a service that carries no goods moves, in one line; nothing of the others, or where the reader may not know it. */
export function ServiceBrief({ service, spec }: ServiceBriefProps) {
  const { BriefText } = SERVICE_SCREENS[service];
  return BriefText === undefined || spec === null ? null : <BriefText spec={spec} />;
}
