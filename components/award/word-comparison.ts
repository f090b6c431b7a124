import { declarantsOf } from "@/components/bidding/commercial-terms";
import { daysSpan, type Instant } from "@/domain/shared/time";
import { partyName } from "@/components/ui/words";
import { formatMoney } from "@/components/ui/figures";
import { formatTime } from "@/components/ui/time/format-time";
import type { CompareCell, ComparePage, CompareService } from "@/views/comparison";
import { hoursForDays } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { minorDigits } from "@/domain/shared/money";
import { splitWords, wordDuty, wordGates, wordScores } from "./comparison-scores";
import { offerLetter } from "./bidder-name";
import type { CellWords, CompareWords, PayoutWords, ServiceWords } from "./comparison-view";
import { numberFormat } from "@/components/ui/format";
import type { NamedRate, PayoutOutcome } from "@/domain/award/payout";

type Count = "days" | "hours";

export type Reader = {
  readonly locale: string;
  readonly zone: string;
  /** A translator of `award`. */
  readonly words: (key: string, values?: Record<string, string | number>) => string;
  /** How the comparison calls a bidder. */
  readonly nameOf: (cell: Pick<CompareCell, "providerId" | "alternative">) => string;
  readonly serviceName: (service: Service) => string;
  /** From when the days or hours of bids on a service are counted. */
  readonly countedFrom: (service: Service, count: Count) => string;
  /** Where a rate comes from, in the reader's language. */
  readonly sourceOf: (source: string) => string;
};

const CHOOSABLE = new Set(["opened"]);

const columnId = ({ providerId, alternative }: Pick<CompareCell, "providerId" | "alternative">): string =>
  alternative === 0 ? providerId : `${providerId}.${alternative}`;

/** What is said of each package where the choice reaches it. */
function packagesOf(cell: CompareCell, service: CompareService, reader: Reader): CellWords["packages"] {
  const { locale, words, nameOf } = reader;
  return cell.packages.map(({ services, discountBps, discount, amount, contract }) => ({
    services,
    discountBps,
    minor: amount?.minor.toString() ?? null,
    contractMinor: contract?.minor.toString() ?? null,
    words: words("packages.reached", {
      bidder: nameOf(cell),
      service: reader.serviceName(service.service),
      discount: formatMoney(discount, locale, { display: "code" }),
    }),
  }));
}

/** The bidders, each followed by a column for every alternative that one of its bids has. */
function columnsOf(page: ComparePage, locale: string): CompareWords["providers"] {
  const cells = page.services.flatMap((service) => service.cells);
  return page.providers.flatMap(({ id, letter, ...names }) => {
    const most = Math.max(0, ...cells.filter((cell) => cell.providerId === id).map(({ alternative }) => alternative));
    return Array.from({ length: most + 1 }, (_, alternative) => ({
      id: columnId({ providerId: id, alternative }),
      letter: offerLetter(letter, alternative),
      name: partyName(names, locale),
    }));
  });
}

/** What the bids of a service promise their time in: each promises days or hours, and of each the head says from when they are counted. */
function countsOf({ service, cells }: CompareService): Count[] {
  const hasHours = cells.map(({ content }) => hoursForDays(service, content.terms) !== null);
  return [
    ...(hasHours.length === 0 || hasHours.includes(false) ? (["days"] as const) : []),
    ...(hasHours.includes(true) ? (["hours"] as const) : []),
  ];
}

/** What stands at the offer that was awarded. */
function awardedOf(cell: CompareCell, { award }: CompareService, words: Reader["words"]): readonly string[] | null {
  if (award?.choiceId !== cell.choiceId) return null;
  const { choice } = award;
  return [words("awarded.tag"), ...(choice ? [words(`awarded.${choice.code}`, { words: choice.words })] : [])];
}

const endsBefore = (cell: CompareCell): cell is CompareCell & { readonly quoteExpiresAt: Instant } =>
  cell.quoteExpiresAt !== null && cell.quoteExpiresAt < cell.validUntil;

function cellOf(cell: CompareCell, service: CompareService, reader: Reader): CellWords {
  const { locale, zone, words } = reader;
  const quoted = formatMoney(cell.total, locale, { display: "code" });
  const rate = cell.rates.map((one) => one.rate).join(" · ");
  const time = (at: Instant) => formatTime(at, { locale, zone });
  const hours = hoursForDays(service.service, cell.content.terms);
  const problem = cell.isExpired
    ? cell.quoteExpiresAt === null
      ? words("cell.expired")
      : words("cell.quoteExpired", { at: time(cell.quoteExpiresAt) })
    : cell.missing
      ? words(`cell.${cell.missing.code}`, { currency: cell.total.currency })
      : null;
  return {
    choiceId: cell.choiceId,
    providerId: cell.providerId,
    columnId: columnId(cell),
    title: cell.title,
    packages: packagesOf(cell, service, reader),
    minor: cell.amount?.minor.toString() ?? null,
    contractMinor: cell.contract?.minor.toString() ?? null,
    amount: cell.amount ? formatMoney(cell.amount, locale, { display: "none" }) : "–",
    quoted: rate === "" ? words("cell.asQuoted", { quoted }) : words("cell.quotedAt", { quoted, rate }),
    split: splitWords(cell.content, { locale, words }),
    days: hours === null ? words("cell.days", daysSpan(cell.transitDays)) : words("cell.hours", { hours }),
    declares: declarantsOf(cell.content, locale).map((declarant) => words("cell.declares", declarant)),
    quoteEnds: endsBefore(cell) ? words("cell.quoteEnds", { until: time(cell.quoteExpiresAt) }) : null,
    valid: words("cell.valid", { until: time(cell.validUntil) }),
    isLowest: cell.isLowest && cell.payout === null,
    isFastest: cell.isFastest,
    isLongestValid: cell.isLongestValid,
    isChoosable: CHOOSABLE.has(service.state) && !cell.isExpired,
    awarded: awardedOf(cell, service, words),
    payout: cell.payout && wordPayout(cell.payout, cell.isLowest, reader),
    problem,
  };
}

/** All bids of one request fix the same side. */
function payoutHeadOf({ cells }: CompareService, { words }: Reader): string | null {
  const payouts = cells.flatMap((cell) => cell.payout ?? []);
  if (payouts.length === 0) return null;
  const known = payouts.find((payout) => payout.ok);
  return words(`payout.${known?.ok ? known.value.side : "payee_receives"}`);
}

function problemOf(service: CompareService, { locale, zone, words }: Reader): string | null {
  if (service.isReadable && service.cells.length > 0) return null;
  if (!service.isReadable && service.bidCount > 0)
    return words("service.sealed", { count: service.bidCount, until: formatTime(service.closesAt, { locale, zone }) });
  return words(service.state === "open" ? "service.noneYet" : "service.none");
}

/** The comparison in the reader's writing, ready for the part that chooses. */
export function wordComparison(page: ComparePage, asked: Omit<Reader, "nameOf">): CompareWords {
  const { locale, words } = asked;
  const nameOf: Reader["nameOf"] = ({ providerId, alternative }) => {
    const provider = page.providers.find(({ id }) => id === providerId);
    const letter = offerLetter(provider?.letter ?? "", alternative);
    return words("bidder", { letter, name: provider ? partyName(provider, locale) : "" });
  };
  const reader = { ...asked, nameOf };
  return {
    dealId: page.dealId,
    currency: page.currency,
    digits: minorDigits(page.currency),
    locale,
    providers: columnsOf(page, locale),
    services: page.services.map(
      (service): ServiceWords => ({
        requestId: service.requestId,
        service: service.service,
        reference: service.reference,
        href: `/${locale}/requests/${service.requestId}`,
        isDecided: service.award !== null,
        problem: problemOf(service, reader),
        countedFrom: countsOf(service)
          .map((count) => words(`service.${count}From`, { from: asked.countedFrom(service.service, count) }))
          .join(" · "),
        payoutHead: payoutHeadOf(service, reader),
        cells: service.cells.map((cell) => cellOf(cell, service, reader)),
        below: [...wordDuty(service, reader), ...wordScores(service, reader), ...wordGates(service, reader)],
      }),
    ),
  };
}

type PayoutReader = Pick<Reader, "locale" | "zone" | "words" | "sourceOf">;

const BPS_PER_WHOLE = 10_000;

function rateWords(named: NamedRate, { locale, zone, words, sourceOf }: PayoutReader): string {
  const { base, quote, rate, source, day, at } = named;
  const when = day ?? (at === null ? null : formatTime(at, { locale, zone }));
  const from = source === null ? null : sourceOf(source);
  const of =
    when !== null && from !== null ? words("payout.dayAndSource", { day: when, source: from }) : (when ?? from);
  return of === null ? words("payout.rate", { base, quote, rate }) : words("payout.rateOf", { base, quote, rate, of });
}

/** What arrives, or what is to be paid, with what it costs in all and the mid rate that it was reckoned at, named. */
export function wordPayout(payout: PayoutOutcome, isBest: boolean, reader: PayoutReader): PayoutWords {
  const { locale, words } = reader;
  if (!payout.ok) {
    const { code, details = {} } = payout.refusal;
    const problem = words(`cell.${code}`, { currency: String(details.currency ?? "") });
    return { amount: "–", notes: [problem], isBest: false };
  }
  const { amount, effectiveCostBps, mid, costAgainst } = payout.value;
  const percent = numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
    effectiveCostBps / BPS_PER_WHOLE,
  );
  const rates = mid.rates.map((rate) => rateWords(rate, reader)).join(" · ");
  const reckoned = mid.source === "none" ? [] : [words(`payout.mid.${mid.source}`, { rates })];
  return {
    amount: formatMoney(amount, locale, { display: "code" }),
    notes: [words(`payout.cost.${costAgainst}`, { percent }), ...reckoned],
    isBest,
  };
}
