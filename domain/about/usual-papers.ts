import type { LocalDate } from "../shared/time";
import { type DocumentRule, rowsOn } from "../documents/document-rule";
import { type DocumentKind, type DocumentParty, kindPosition } from "../services/document-kind";
import { type Direction, DIRECTIONS } from "../shared/vocabulary";
import { type Mode, MODES } from "../hubs/place";

/** A paper that the border asks for on a way, and of which goods, as far as that is known without them. */
export type UsualPaper = {
  readonly document: DocumentKind;
  readonly provider: DocumentParty;
  /** Empty where it is asked for both ways, or the way has one direction. */
  readonly directions: readonly Direction[];
  /** Empty where it is asked for by whichever mode. */
  readonly modes: readonly Mode[];
  /** Asked for some goods only: by their codes, danger, origin, procedure or terms. */
  readonly isForSome: boolean;
};

/** What is known of goods that nobody has described: where they cross, or from which country to which. */
export type PaperWay = {
  readonly hubIds: readonly string[];
  readonly modes: readonly Mode[];
  readonly from: string | null;
  readonly to: string | null;
};

const CHINA = "CN";

const directionOf = ({ from, to }: PaperWay): Direction | null =>
  from === CHINA ? "export" : to === CHINA ? "import" : null;

const meets = (asked: readonly string[], known: readonly string[]): boolean =>
  asked.length === 0 || known.length === 0 || known.some((one) => asked.includes(one));

/** Whether a rule may ask for its paper on the way, whatever the goods are. */
function mayAsk(rule: DocumentRule, way: PaperWay, day: LocalDate): boolean {
  const direction = directionOf(way);
  return (
    (rule.toDay === null || rule.toDay >= day) &&
    meets(rule.hubs, way.hubIds) &&
    meets(rule.modes, way.modes) &&
    meets(rule.directions, direction === null ? [] : [direction]) &&
    meets(rule.originCountries, way.from === null ? [] : [way.from]) &&
    meets(rule.destinationCountries, way.to === null ? [] : [way.to])
  );
}

function isOfSomeGoods(rule: DocumentRule, { from, to }: PaperWay): boolean {
  const ofGoods = [rule.hsPrefixes, rule.supervisionModes, rule.transitCountries, rule.incoterms];
  const ofEnds = [
    ...(from === null ? [rule.originCountries] : []),
    ...(to === null ? [rule.destinationCountries] : []),
  ];
  return rule.isForDangerousGoods || [...ofGoods, ...ofEnds].some((list) => list.length > 0);
}

/** What rules name together; nothing where one names none, or together they name all that there is. */
function together<Value extends string>(lists: readonly (readonly Value[])[], all: readonly Value[]): Value[] {
  const named = all.filter((value) => lists.some((list) => list.includes(value)));
  return lists.some((list) => list.length === 0) || named.length === all.length ? [] : named;
}

/**
 * The papers that rules may ask for on a way on `day`, each once, in the order of papers: what one rule asks of all goods is asked of all. A deal's own page
 * says which of them its goods need.
 */
export function usualPapers(rules: readonly DocumentRule[], way: PaperWay, day: LocalDate): UsualPaper[] {
  const asking = rowsOn(rules, day).filter((rule) => mayAsk(rule, way, day));
  const direction = directionOf(way);
  return [...Map.groupBy(asking, ({ document }) => document)]
    .map(([document, all]): UsualPaper => {
      const ofAll = all.filter((rule) => !isOfSomeGoods(rule, way));
      const counted = ofAll.length > 0 ? ofAll : all;
      return {
        ...{ document, provider: (counted[0] as DocumentRule).provider },
        directions:
          direction === null
            ? together(
                counted.map(({ directions }) => directions),
                DIRECTIONS,
              )
            : [],
        modes: together(
          counted.map(({ modes }) => modes),
          way.modes.length > 0 ? way.modes : MODES,
        ),
        isForSome: ofAll.length === 0,
      };
    })
    .sort((a, b) => Number(a.isForSome) - Number(b.isForSome) || kindPosition(a.document) - kindPosition(b.document));
}
