import { createTranslator } from "use-intl";
import { commercialTermsWords } from "@/components/bidding/commercial-terms";
import { partyName } from "@/components/ui/words";
import type { CsvReader } from "@/server/award/queries/comparison-csv";
import { wordsIn } from "./drawn";

const SERVICES = ["inspection", "logistics", "customs", "payment"].map((service) => `service-${service}`);
const ROOMS = ["award", "bidding", "hubs", "services", ...SERVICES];

/** A reader of the comparison's file, who fails where a word is missing. */
export function csvReader(locale: "en" | "zh-CN" = "en") {
  const messages = Object.fromEntries(ROOMS.map((room) => [room, wordsIn(room, locale)]));
  const onError = (error: Error) => {
    throw error;
  };
  const words = createTranslator({ locale, messages, onError }) as unknown as CsvReader["words"];
  return { locale, words, providerName: partyName, beside: commercialTermsWords, placeName: (typed: string) => typed };
}
