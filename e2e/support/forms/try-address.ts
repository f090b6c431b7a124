import { judgePage } from "./judge/judge-page";
import type { Locale } from "@/domain/shared/locale";
import type { Sweeper } from "./sweeper";

const ELSEWHERE = /^(?:https?:|\/\/|\/\\)/;
/** No such thing, or no address at all. */
const NOTHING: readonly number[] = [400, 404];

const inLanguage = (address: string, language: Locale): string => address.replace(/^\/en(?=[/?]|$)/, `/${language}`);

/** Asks an address that is there; answers what is wrong with what comes back. */
export async function tryAddress(address: string, { ask, read }: Sweeper, language: Locale): Promise<string[]> {
  const asked = inLanguage(address, language);
  const { status, body, header } = await ask(asked);
  const wrong = async (): Promise<string[]> => {
    if (NOTHING.includes(status)) return [];
    if (status >= 300 && status < 400)
      return ELSEWHERE.test(header("location")) ? [`leads to ${header("location")}`] : [];
    if (status !== 200) return [`answers ${status}`];
    return header("content-type").startsWith("text/html") ? judgePage(await read(body), language) : [];
  };
  return (await wrong()).map((words) => `${asked.slice(0, 200)}: ${words}`);
}

/** Asks for what is nowhere; anything but "not there" is wrong. */
export async function tryNowhere(address: string, { ask }: Sweeper, language: Locale): Promise<string[]> {
  const { status, body } = await ask(inLanguage(address, language));
  const isRight = NOTHING.includes(status) && !/<\w+ data-planted/.test(body);
  return isRight ? [] : [`${address.slice(0, 200)} answers ${status}`];
}
