import type { Service } from "@/domain/shared/vocabulary";
import { customsForms } from "./customs/forms";
import { inspectionForms } from "./inspection/forms";
import { logisticsForms } from "./logistics/forms";
import { paymentForms } from "./payment/forms";
import type { ServiceForms } from "./screens";

/** Fields of every kind of service. */
export const SERVICE_FORMS: { readonly [S in Service]: ServiceForms } = {
  logistics: logisticsForms,
  payment: paymentForms,
  customs: customsForms,
  inspection: inspectionForms,
};
