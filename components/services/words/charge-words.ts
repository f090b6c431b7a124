import { useTranslations } from "next-intl";
import type { Basis, ChargeCode, ChargeGroup } from "@/domain/services/charge";

/** Words of charges as every quotation shows them. */
export function useChargeWords() {
  const t = useTranslations("services");
  return {
    charge: (code: ChargeCode): string => t(`charge.${code}`),
    basis: (basis: Basis): string => t(`basis.${basis}`),
    group: (group: ChargeGroup): string => t(`chargeGroup.${group}`),
  };
}
