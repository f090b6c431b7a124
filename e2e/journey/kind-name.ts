import type { Translate } from "@/server/platform/translate";
import type { Service } from "@/domain/shared/vocabulary";

/** What a kind of service is called on the screens. */
export const kindName = (t: Translate, service: Service): string => t(`service-${service}.name`);
