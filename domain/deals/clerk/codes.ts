import { parseHsCode } from "@/domain/tariff/hs-code";
import { findAll, type Source, type Span } from "./reading";

export type WrittenCode = { readonly code: string; readonly span: Span };

// Tariffs print 8504.40.90, Russian ones 8504 40 900 0.
const DIGITS = String.raw`\d{4} \d{2} \d{3} \d|\d{4}(?:[. ]?\d{2}){1,3}|\d{6,10}`;
const LABELLED = new RegExp(
  String.raw`(?:(?<![a-z])hs(?: ?code|编码)?|税号|商品编码|тн ?вэд|(?<!\p{L})(?<!почтовыи )код(?: товара)?|сэк тн|ma hs)[\s:：№]{0,3}(?<code>${DIGITS})(?![\d])`,
  "gu",
);
const BRACKETED = /[(（](?<code>\d{4}\.\d{2}(?:\.\d{2,4})?)[)）]/g;

/** Codes of the Harmonized System that stand after their label or alone in brackets; a heading of four digits is none. */
export function hsCodesIn({ folded }: Source): WrittenCode[] {
  return [...findAll(folded, LABELLED), ...findAll(folded, BRACKETED)].flatMap(({ span, groups }) => {
    const code = parseHsCode(groups.code ?? "");
    return code === null ? [] : [{ code, span }];
  });
}

const UN = /(?<![a-z])un ?-? ?(?<code>\d{4})(?!\d)/g;

/** Numbers of dangerous goods as the UN gives them, such as UN 3480. */
export const unNumbersIn = ({ folded }: Source): WrittenCode[] =>
  findAll(folded, UN).map(({ span, groups }) => ({ code: groups.code ?? "", span }));
