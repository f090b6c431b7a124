import type { Actor } from "../../domain/access/policy";
import { CHECK_ENDING_DAYS } from "../../domain/accounts/organisation-check";
import { addDays, DAY_MS, dayOf, type Instant, later, type LocalDate, MINUTE_MS } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { checkOrganisation } from "@/server/accounts/organisation";
import { tellCheckEnd } from "@/server/accounts/tell-check-end";
import { deskTime } from "../plan/calendar";
import type { DemoOrganisation } from "../plan/market-data";
import { type Stage, SYSTEM } from "./stage";

/** Where companies of a country are looked up. */
const REGISTERS: Readonly<Record<string, string>> = {
  CN: "国家企业信用信息公示系统 gsxt.gov.cn",
  KZ: "Бюро национальной статистики stat.gov.kz",
  RU: "ЕГРЮЛ egrul.nalog.ru",
  KG: "Министерство юстиции register.minjust.gov.kg",
  MN: "Улсын бүртгэлийн ерөнхий газар opendata.burtgel.gov.mn",
  TH: "กรมพัฒนาธุรกิจการค้า (DBD) dbd.go.th",
  VN: "Cổng thông tin quốc gia về đăng ký doanh nghiệp dangkykinhdoanh.gov.vn",
};

// One in ten was never looked up, and the check of one in ten has ended in these weeks and was renewed.
const EVERY = 10;
const NEVER = 7;
const ENDED = 3;
/** A check holds for so many days. */
const HOLDS_DAYS = 365;
/** In so many days ends the check of a few with little work, who are yet to be looked up again: of a carrier of cold goods it has lapsed. */
const ENDS_IN_DAYS: Readonly<Record<string, number>> = { "prov-013": -9, "prov-017": 12, "prov-082": 24 };
/** Whoever is looked up again is so a few days before the check ends. */
const AHEAD_DAYS = 3;

/** Who has registered since is looked up so many days after that. */
const AFTER_JOINED_DAYS = 4;

/** How many days ago a provider was looked up: what holds was so over most of a year, and who is new is looked up once. */
function checkedDaysAgo(id: string, place: number, joinedDaysAgo: number): number[] {
  const endsIn = ENDS_IN_DAYS[id];
  if (endsIn !== undefined) return [HOLDS_DAYS - endsIn];
  if (place % EVERY === NEVER) return [];
  if (place % EVERY !== ENDED) return [10 + ((place * 37) % 330)];
  const ended = 4 + ((place * 7) % 32);
  const first = HOLDS_DAYS + ended;
  return joinedDaysAgo < first ? [first] : [first, ended + AHEAD_DAYS];
}

type Checking = {
  readonly stage: Stage;
  readonly administrator: Actor;
  readonly actorOf: (organisation: DemoOrganisation) => Actor;
  readonly now: Instant;
};

/** When the clock tells of a check's end by now, of one that is renewed before that no more: some minutes into the day. */
const toldAt = (
  expiresOn: LocalDate,
  { renewed, now }: { readonly renewed: Instant; readonly now: Instant },
): Instant[] =>
  [-CHECK_ENDING_DAYS, 1]
    .map((days) => later(startOfDay(addDays(expiresOn, days)), 5 * MINUTE_MS))
    .filter((at) => at <= now && at < renewed);

/** The demo's administrator has looked up most of its providers, and the clock has told them when a check ends. */
export async function enterChecks(
  { stage, administrator, actorOf, now }: Checking,
  providers: readonly DemoOrganisation[],
): Promise<void> {
  for (const [place, provider] of providers.entries()) {
    const { organisationId } = actorOf(provider);
    const joinedDaysAgo = (now - (provider.joinedAt ?? 0)) / DAY_MS;
    const times = checkedDaysAgo(provider.id, place, joinedDaysAgo).map((days) =>
      deskTime(now, -Math.min(days, joinedDaysAgo - AFTER_JOINED_DAYS) * 24),
    );
    for (const [number, at] of times.entries()) {
      const expiresOn = addDays(dayOf(at), HOLDS_DAYS);
      await stage.must(at, administrator, checkOrganisation, {
        organisationId,
        register: REGISTERS[provider.country] ?? "所在国企业登记机关 · Company register of its country",
        expiresOn,
        reason: "按注册号查得，状态正常，名称一致。 · Found under its number, active, with the same name.",
      });
      const renewed = times[number + 1] ?? later(now, MINUTE_MS);
      for (const tellAt of toldAt(expiresOn, { renewed, now }))
        await stage.must(tellAt, SYSTEM, tellCheckEnd, { organisationId });
    }
  }
}
