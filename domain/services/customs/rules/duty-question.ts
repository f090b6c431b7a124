import { customsValue } from "./customs-value";
import type { CustomsSpec } from "../spec";
import type { Shipment } from "../../shipment";
import type { DutyQuestion } from "@/domain/tariff/duties/duty-estimate";
import { hasDutyRates } from "@/domain/tariff/duties/duty-rate";
import { leftOutOfValue } from "@/domain/tariff/duties/left-out";

/**
 * What the estimate of a customs request asks: for the country that the goods enter, with the weights and quantities that are known
 * (kilograms are the net weight where it is given, else the gross weight); goods whose origin is not named are taken as made where they
 * start from. Null where nothing is charged by tariff: no import side,
 * another procedure than release for domestic consumption, border residents' mutual trade, or a country whose rates are not kept.
 */
export function dutyQuestionOf(spec: CustomsSpec, shipment: Shipment): DutyQuestion | null {
  const hasImportSide = spec.side === "import" || spec.side === "both";
  const isForHomeUse = (spec.importProcedure ?? "home_use") === "home_use";
  if (!hasImportSide || !isForHomeUse || spec.supervisionMode === "mutual_trade") return null;
  const country = shipment.direction === "import" ? "CN" : shipment.destinationCountry;
  if (!hasDutyRates(country)) return null;
  const lines = shipment.cargo.map(({ hsCode, value, grossWeightGrams, netWeightGrams, originCountry }, at) => ({
    ...{ hsCode, value, grossWeightGrams },
    originCountry: originCountry ?? shipment.originCountry,
    quantities: { kg: netWeightGrams ?? grossWeightGrams, ...spec.lineQuantities?.[String(at + 1)] },
  }));
  const { freightToBorder, insuranceToBorder, includedAfterBorder } = spec;
  const costs = {
    hasFreight: freightToBorder !== undefined,
    hasInsurance: insuranceToBorder !== undefined,
    isSplit: includedAfterBorder !== undefined,
  };
  return {
    country,
    lines,
    customsValue: customsValue(spec, shipment),
    declarations: spec.declarations ?? 1,
    leftOut: leftOutOfValue(shipment.incotermRule, costs),
  };
}
