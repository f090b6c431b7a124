import type { Refusal } from "../../shared/result";
import type { GoodsBan } from "../../tariff/trade-bans";

/** A rule that a deal breaks; `details.field` is the path of the member, as in `cargo[2].value`. */
export type DealIssue = Refusal<
  | "not_across_china_border"
  | "direction_mismatch"
  | "incoterm_not_for_mode"
  | "inland_mode_not_for_mode"
  | "ready_date_past"
  | "ready_date_too_far"
  | "value_in_another_currency"
  | "cargo_value_above_goods"
  | "package_too_heavy"
  | "density_implausible"
  | "contact_in_text"
  | "net_above_gross"
  | "packing_group_not_of_class"
  | "packing_group_not_of_number"
  | "dg_class_mismatch"
  | "dg_answer_missing"
  | "hs_not_in_hs2022"
  | "embargoed_country"
  | GoodsBan
>;

export const dealIssue = (
  code: DealIssue["code"],
  field: string,
  values: Readonly<Record<string, string | number>> = {},
): DealIssue => ({ code, details: { field, ...values } });
