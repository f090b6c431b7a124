/** What the goods of every lane are worth, in fen, and the same as it is typed. */
export const GOODS_MINOR = 38_640_000n;
export const GOODS_VALUE = "386,400.00";

/** What the way to the border adds to the customs value, in fen, and the same as it is typed. */
export const FREIGHT_MINOR = 1_234_567n;
export const FREIGHT = "12,345.67";
export const INSURANCE_MINOR = 89_012n;
export const INSURANCE = "890.12";
