/** The words by which the name of a licence says what it is for, in the languages of the trade. */
const WORDS = {
  road: /道路运输|road transport|vehicle transport|vận tải (bằng xe|đường bộ)|автомоб|автокөлік|авто(перевоз|тасымал)|road carriage/i,
  cross_border:
    /国际道路|cross-border transport|international (road )?carriage|vận tải đường bộ quốc tế|международн\S* автоперевоз|халықаралық автокөлік|xalqaro yuk|эл аралык ташу/i,
  tir: /\bTIR\b|МДП/i,
  rail: /铁路|\brail(way)?\b|đường sắt|железн|теміржол/i,
  forwarding: /货运代理|货代|forward(er|ing)|экспедит|giao nhận|NVOCC|无船承运/i,
  dangerous_goods: /危险(品|货物)|dangerous|hazard|опасн|nguy hiểm|қауіпті|\bADR\b|ДОПОГ/i,
  customs: /报关|海关|customs|hải quan|тамож|кеден/i,
  payment: /支付|结算|payment|thanh toán|плат[её]ж|төлем/i,
  inspection: /检验|检测|inspection|giám định|инспекц|сараптама|\bCNAS\b|17020|17025/i,
  aeo: /\bAEO\b|高级认证|уполномоченн\S* экономическ|doanh nghiệp ưu tiên/i,
} as const;

export type LicenceKind = keyof typeof WORDS;
export const LICENCE_KINDS = Object.keys(WORDS) as [LicenceKind, ...LicenceKind[]];

type Stated = { readonly name: string; readonly validUntil: string | null };

/**
 * What the stated licences are for, each once: as their names say it, since a licence is stated in its provider's own words. One whose last day is before `today`
 * (a day of the market's zone) is none; nobody has checked any of them.
 */
export function licenceKindsOf(licences: readonly Stated[], today: string): LicenceKind[] {
  const names = licences.filter(({ validUntil }) => validUntil === null || validUntil >= today).map(({ name }) => name);
  return LICENCE_KINDS.filter((kind) => names.some((name) => WORDS[kind].test(name)));
}
