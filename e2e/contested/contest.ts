import { decimal } from "../journey/offer";
import { demoFacts } from "../support/demo-facts";
import { HANDLES } from "./cast";

/** What one bidder types, in fen for each truck. */
type Offered = { readonly unitMinor: bigint; readonly days: readonly [string, string] };

/** Trucks before and after the amendment. */
export const TRUCKS = { before: 2n, after: 3n } as const;

/** The provider is the cheaper one and keeps its price over the amendment; the rival goes lower, and stays dearer. */
export const OFFERED = {
  provider: { unitMinor: 927_050n, days: ["4", "6"] },
  rival: { unitMinor: 1_038_025n, days: ["5", "7"] },
  revised: { unitMinor: 1_028_075n, days: ["5", "7"] },
  countered: { unitMinor: 912_040n, days: ["4", "6"] },
  agreed: { unitMinor: 919_030n, days: ["4", "6"] },
} as const satisfies Readonly<Record<string, Offered>>;

const yuan = (minor: bigint): string => decimal(minor, "CNY");

/** As it is typed. */
export const unitOf = ({ unitMinor }: Offered): string => yuan(unitMinor);

export const totalOf = ({ unitMinor }: Offered, trucks: bigint): string => yuan(unitMinor * trucks);

/** As a page groups it. */
export const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+\.)/g, ",");

/** Every way in which one bidder's offers could be told: each price and each total. */
export const amountsOf = (...offers: readonly Offered[]): string[] =>
  offers.flatMap((offer) => [unitOf(offer), totalOf(offer, TRUCKS.before), totalOf(offer, TRUCKS.after)]);

/** What is written by hand, in the language of the screens. */
const TEXTS = {
  en: {
    goods: "Flood lights for a stadium",
    gate: "Do you carry the goods without reloading?",
    questions: ["Is the loading dock covered?", "May the trucks wait overnight?", "Who seals the trucks?"],
    answers: ["Yes, for four trucks.", "Yes, behind the gate.", "Our warehouse, in your presence."],
    reason: "The factory splits the goods over one truck more",
    missing: "The proof of insurance is not with the bid.",
    cure: "The proof of insurance of this year is beside this.",
    counter: "For three trucks at once.",
    answered: "Fuel has become dearer; this is as far as we go.",
  },
  "zh-CN": {
    goods: "体育场泛光灯",
    gate: "能否全程不换装？",
    questions: ["装货月台有没有雨棚？", "车辆可以在厂内过夜吗？", "车辆由谁施封？"],
    answers: ["有，可停四辆车。", "可以，停在门内。", "由我方仓库当着司机的面施封。"],
    reason: "工厂分批出货，多用一辆车",
    missing: "报价没有附保险凭证。",
    cure: "补上今年的保险凭证。",
    counter: "三辆车一次装完。",
    answered: "油价涨了，这是我方底线。",
  },
} as const;

/** One contested request: its texts, and its bidders by the names under which their buyer reads them. */
export function contestIn(locale: string) {
  const texts = TEXTS[locale as keyof typeof TEXTS];
  const shownAs = (part: keyof typeof HANDLES) => demoFacts(HANDLES[part], locale).shown;
  return { ...texts, names: { provider: shownAs("provider"), rival: shownAs("rival") } };
}
export type Contest = ReturnType<typeof contestIn>;
