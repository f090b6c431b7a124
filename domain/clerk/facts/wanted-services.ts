import { SERVICES, type Service } from "../../services/service";
import type { ReadField, Source } from "../reading";
import { before, findAll } from "../text/find-all";

const WORDS: Readonly<Record<Service, string>> = {
  logistics: String.raw`(?<!汽车|铁路|海上|航空|公路)运输|物流|\bfreight\b|\btransport(?:ation)?\b|\bshipping\b|перевозк\p{L}*|van chuyen|тасымал(?!\p{L})|тасымалдау`,
  payment: String.raw`付汇|付款给|支付给|\bpayment to (?:the |our )?(?:supplier|seller|factory)|оплат\p{L}+ поставщик\p{L}*|thanh toan cho nha cung cap|жеткизушиге толем`,
  customs: String.raw`报关|清关|\bcustoms\b|таможен\p{L}*|таможн\p{L}*|растамож\p{L}*|hai quan|кедендик`,
  inspection: String.raw`验货|质检|\binspection\b|\bquality check\b|проверк\p{L} качества|инспекци\p{L}*|kiem tra chat luong|сапа инспекци\p{L}*|сапаны тексеру`,
};

const DENIED = /(?:不需要|不用|无需|不|no |not |without |без |не нужн\p{L}+ |khong can |khong )$/u;

const PATTERNS = SERVICES.map((service) => [service, new RegExp(WORDS[service], "gu")] as const);

/** The services that the text asks for, not those that it denies, asks about or names as part of a name. */
export function readWanted(source: Source): ReadField[] {
  const found = PATTERNS.flatMap(([service, pattern]) => {
    const hits = findAll(source.folded, pattern).filter(
      ({ span }) =>
        !isQuoted(source.folded, span[0]) &&
        !DENIED.test(before(source.folded, span[0], 16)) &&
        !isQuestion(source.folded, span[1]),
    );
    return hits[0] ? [{ service, span: hits[0].span }] : [];
  });
  const [first] = found;
  if (!first) return [];
  return [
    {
      path: "wanted",
      value: found.map(({ service }) => service).join(" "),
      from: first.span,
      reason: "service_asked",
      confidence: "likely",
    },
  ];
}

// What stands in quotation marks is somebody's name.
const isQuoted = (folded: string, at: number): boolean => /[“«「][^”»」\n]*$/u.test(before(folded, at, 40));

const isQuestion = (folded: string, at: number): boolean => /^[^.。!！\n;；]*[?？吗]/u.test(folded.slice(at));
