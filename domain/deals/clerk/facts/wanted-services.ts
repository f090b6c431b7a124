import { kindOf } from "@/domain/services/registry";
import { SERVICES } from "@/domain/shared/service";
import type { ReadField, Source } from "../reading";
import { before, findAll } from "../text/find-all";

const DENIED = /(?:不需要|不用|无需|不|no |not |without |без |не нужн\p{L}+ |khong can |khong )$/u;

const PATTERNS = SERVICES.flatMap((service) => {
  const { askedBy } = kindOf(service);
  return askedBy ? [[service, new RegExp(askedBy, "gu")] as const] : [];
});

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
