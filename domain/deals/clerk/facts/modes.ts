import type { Mode } from "@/domain/hubs/place";
import { type Equipment, equipmentFitsMode } from "@/domain/services/logistics/equipment";
import type { ReadField, Source } from "../reading";
import { findAll } from "../text/find-all";

const WORDS: Readonly<Record<Mode, string>> = {
  road: String.raw`汽运|汽车运输|陆运|卡车|卡航|公路|\bby road\b|\broad (?:via|transport|freight)\b|\bby truck\b|\btruck\b(?! tyre)|\blorry\b|автотранспорт\p{L}*|автомобил\p{L}*|автоперевозк\p{L}*|(?<!\p{L})фура(?!\p{L})|отдельная машина|(?<!\p{L})машину|duong bo|xe tai|can xe|автоколик\p{L}*|жук колиги`,
  rail: String.raw`铁路|班列|火车|\brail(?:way)?\b|\btrain\b|(?<!\p{L})ж/д|(?<!\p{L})жд(?!\p{L})|железн\p{L}+ дорог\p{L}*|поезд\p{L}*|вагон\p{L}*|duong sat|tau hoa|темиржол\p{L}*`,
  sea: String.raw`海运|船运|\bby sea\b|\bsea freight\b|\bocean\b|\bvessel\b|(?<!\p{L})мор(?:ем|ской|ским)|судн\p{L}+|duong bien|tau bien|тениз \p{L}+`,
  air: String.raw`空运|航空|\bby air\b|\bair freight\b|\bairfreight\b|авиа\p{L}*|самолет\p{L}*|duong hang khong|may bay|ауе \p{L}+`,
};

const PATTERNS = (Object.keys(WORDS) as Mode[]).map((mode) => [mode, new RegExp(WORDS[mode], "gu")] as const);

/** The mode that the text names, if it names one only; else the only mode of the named equipment. */
export function readMode(source: Source, equipment: ReadField | undefined): ReadField[] {
  const found = PATTERNS.flatMap(([mode, pattern]) =>
    findAll(source.folded, pattern).map(({ span }) => ({ mode, span })),
  );
  const [first] = found;
  if (first)
    return found.every(({ mode }) => mode === first.mode)
      ? [{ path: "mode", value: first.mode, from: first.span, reason: "mode_named", confidence: "sure" }]
      : [];
  if (!equipment) return [];
  const modes = (["road", "rail", "sea", "air"] as const).filter((mode) =>
    equipmentFitsMode(equipment.value as Equipment, mode),
  );
  const [only] = modes;
  return only && modes.length === 1
    ? [{ path: "mode", value: only, from: equipment.from, reason: "mode_of_equipment", confidence: "likely" }]
    : [];
}
