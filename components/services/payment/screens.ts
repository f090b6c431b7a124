import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { PaymentSpecFields } from "./spec-fields";
import { PaymentSpecView } from "./spec-view";
import { PaymentTermsFields } from "./terms-fields";
import { PaymentTermsView } from "./terms-view";

export const paymentScreens: ServiceScreens<SpecOf<"payment">, TermsOf<"payment">> = {
  SpecFields: PaymentSpecFields,
  TermsFields: PaymentTermsFields,
  SpecView: PaymentSpecView,
  TermsView: PaymentTermsView,
};
