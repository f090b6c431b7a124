import type { Currency } from "@/domain/shared/money";

export const NEEDS = [
  "collection_account",
  "supplier_payment",
  "fx_conversion",
  "letter_of_credit",
  "documentary_collection",
  "goods_escrow",
  "mass_payout",
  "tax_refund_advance",
] as const;

/** Purposes that a form offers: codes of ISO 20022's external purpose list. The API takes a bank's own words too. */
export const PURPOSES = ["GDDS", "ADVA", "SUPP", "SCVE", "GDSV", "TRAD", "VATX"] as const;

/** Papers that show what a payment is for; banks ask for them before money moves. */
export const TRADE_DOCUMENTS = [
  "contract",
  "invoice",
  "declaration",
  "waybill",
  "packing_list",
  "certificate_of_origin",
  "acceptance_act",
] as const;

/** What makes the balance fall due after a deposit. */
export const BALANCE_DUE = [
  "before_shipment",
  "against_documents",
  "on_border_crossing",
  "on_arrival",
  "after_acceptance",
] as const;

/** Lock periods that a form offers, in minutes; 0 is the spot rate. */
export const LOCK_MINUTES = [0, 15, 30, 60, 240, 480, 1_440] as const;
export const LOCK_MINUTES_MAX = 1_440;

/** T+0 to T+3. */
export const SETTLE_DAYS = [0, 1, 2, 3] as const;

export const CREDIT_TYPES = ["sight", "usance", "transferable", "confirmed"] as const;

/** Two digits, as field 39A of SWIFT's MT 700 has them. */
export const TOLERANCE_PERCENT_MAX = 99;

/** Documents that a credit or a collection is paid against. */
export const CREDIT_DOCUMENTS = [
  "commercial_invoice",
  "transport_document",
  "packing_list",
  "certificate_of_origin",
  "insurance_policy",
  "inspection_certificate",
  "export_declaration",
  "bill_of_exchange",
  "beneficiary_certificate",
] as const;

export const CHANNELS = [
  "own_account",
  "correspondent",
  "third_country_agent",
  "cips",
  "local_rmb_clearing",
  "regional_bank",
] as const;

/** The channels by which this currency can reach its payee: CIPS carries yuan and nothing else. */
export const channelsFor = (payeeCurrency: Currency): readonly (typeof CHANNELS)[number][] =>
  payeeCurrency === "CNY" ? CHANNELS : CHANNELS.filter((channel) => channel !== "cips");

export const RETURN_COST_BEARERS = ["payer", "provider"] as const;

/** What a provider must be handed before it may pay: its duties to know its customer. */
export const KYC_DOCUMENTS = [
  "registration",
  "ownership",
  "director_ids",
  "licence",
  "bank_letter",
  "trade_proof",
  "website",
  "expected_volumes",
  "sanctions_answers",
] as const;

/** When the bank lets go of money that it holds for goods. */
export const ESCROW_RELEASES = [
  "on_acceptance",
  "on_delivery_proof",
  "on_border_crossing",
  "against_documents",
  "on_joint_instruction",
] as const;

export const REPORT_FREQUENCIES = ["per_payment", "daily", "weekly", "monthly"] as const;

/** What somebody who pays for another is to it, as banks ask. */
export const RELATIONSHIPS = [
  "group_company",
  "owner_or_director",
  "payment_agent",
  "financier",
  "trade_partner",
  "other",
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];
