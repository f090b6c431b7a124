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

/** Lock periods that a form offers, in minutes; 0 is the spot rate. */
export const LOCK_MINUTES = [0, 15, 30, 60, 240, 480, 1_440] as const;
export const LOCK_MINUTES_MAX = 1_440;

/** T+0 to T+3. */
export const SETTLE_DAYS = [0, 1, 2, 3] as const;

export const CREDIT_TYPES = ["sight", "usance", "transferable", "confirmed"] as const;

export const CHANNELS = [
  "own_account",
  "correspondent",
  "third_country_agent",
  "cips",
  "local_rmb_clearing",
  "regional_bank",
] as const;

export const RETURN_COST_BEARERS = ["payer", "provider"] as const;
