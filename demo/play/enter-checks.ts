import type { Actor } from "../../domain/access/policy";
import { CHECK_ENDING_DAYS } from "../../domain/accounts/organisation-check";
import { zoneOfCountry } from "../../domain/accounts/zone-of-country";
import { addDays, DAY_MS, dayOf, type Instant, later, type LocalDate, MINUTE_MS } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { answerCheck } from "@/server/accounts/checks/ask-check";
import { confirmCheck } from "@/server/accounts/checks/decide-check";
import { proposeCheck, proposeDecline, questionCase, takeCase } from "@/server/accounts/checks/handle-case";
import { restrictOrganisation, suspendOrganisation } from "@/server/accounts/organisation";
import { openCaseOf } from "../../db/repositories/checks";
import { tellCheckEnd } from "@/server/accounts/tell-check-end";
import { deskTime } from "../plan/calendar";
import type { DemoOrganisation } from "../plan/market-data";
import { showPapers } from "./show-papers";
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
  readonly administrator2: Actor;
  readonly actorOf: (organisation: DemoOrganisation) => Actor;
  readonly now: Instant;
};

/** When the clock reminds of a check's end and tells of its lapse by now, of one that is renewed before that no more: some minutes into the day there. */
const toldAt = (
  expiresOn: LocalDate,
  { zone, renewed, now }: { readonly zone: string; readonly renewed: Instant; readonly now: Instant },
): Instant[] =>
  [-CHECK_ENDING_DAYS, -7, -1, 1]
    .map((days) => later(startOfDay(addDays(expiresOn, days), zone), 5 * MINUTE_MS))
    .filter((at) => at <= now && at < renewed);

const PROPOSED_HOURS = 2;
const ASKED_HOURS = 24;

type Looked = { readonly provider: DemoOrganisation; readonly place: number; readonly hoursAgo: number };

const registerOf = ({ country }: DemoOrganisation): string =>
  REGISTERS[country] ?? "所在国企业登记机关 · Company register of its country";

/** A provider asks with its papers, one administrator proposes, and the other grants the check; returns until when it holds. */
async function check(checking: Checking, { provider, place, hoursAgo }: Looked): Promise<LocalDate> {
  const { stage, administrator, administrator2, now } = checking;
  const actor = checking.actorOf(provider);
  const { organisationId } = actor;
  const at = deskTime(now, -hoursAgo);
  await showPapers({ stage, actor, place, at: deskTime(now, -hoursAgo - ASKED_HOURS) }, provider);
  const expiresOn = addDays(dayOf(at), HOLDS_DAYS);
  const { caseId } = await stage.must(deskTime(now, -hoursAgo - PROPOSED_HOURS), administrator, proposeCheck, {
    organisationId,
    register: registerOf(provider),
    expiresOn,
    reason: "按注册号查得，状态正常，名称一致。 · Found under its number, active, with the same name.",
  });
  await stage.must(at, administrator2, confirmCheck, { caseId });
  return expiresOn;
}

/** The demo's administrators have looked up most of its providers, and the clock has told them when a check ends. */
export async function enterChecks(checking: Checking, providers: readonly DemoOrganisation[]): Promise<void> {
  const { stage, actorOf, now } = checking;
  for (const [place, provider] of providers.entries()) {
    const { organisationId } = actorOf(provider);
    const joinedDaysAgo = (now - (provider.joinedAt ?? 0)) / DAY_MS;
    const times = checkedDaysAgo(provider.id, place, joinedDaysAgo).map(
      (days) => Math.min(days, joinedDaysAgo - AFTER_JOINED_DAYS) * 24,
    );
    for (const [number, hoursAgo] of times.entries()) {
      const expiresOn = await check(checking, { provider, place, hoursAgo });
      const next = times[number + 1];
      const renewed = next === undefined ? later(now, MINUTE_MS) : deskTime(now, -next);
      for (const tellAt of toldAt(expiresOn, { zone: zoneOfCountry(provider.country), renewed, now }))
        await stage.must(tellAt, SYSTEM, tellCheckEnd, { organisationId });
    }
  }
  await enterCases(checking, providers);
}

/** Who was never looked up and stands somewhere on the way today, by the hours since it asked. */
const ON_THE_WAY = {
  asked: { id: "prov-018", hours: 20 },
  questioned: { id: "prov-028", hours: 52 },
  answered: { id: "prov-048", hours: 76 },
  proposed: { id: "prov-038", hours: 44 },
  declined: { id: "prov-058", hours: 100 },
} as const;
/** Who may not trade since the day before yesterday. */
const RESTRICTED = { id: "prov-068", hours: 40 };
/** Who is shut out since yesterday; nothing of it is under way. */
const SUSPENDED = { id: "prov-078", hours: 30 };

/** What lies before the administrators today: a case of each kind, and two organisations that they have restricted and suspended. */
async function enterCases(checking: Checking, providers: readonly DemoOrganisation[]): Promise<void> {
  const { stage, administrator, administrator2, actorOf, now } = checking;
  for (const [kind, { id, hours }] of Object.entries(ON_THE_WAY)) {
    const place = providers.findIndex((one) => one.id === id);
    const provider = providers[place];
    if (!provider) continue;
    const actor = actorOf(provider);
    await showPapers({ stage, actor, place, at: deskTime(now, -hours) }, provider);
    const after = (more: number) => deskTime(now, more - hours);
    const last = await openCaseOf(stage.database.read, actor.organisationId ?? "");
    const of = { caseId: last?.id ?? "" };
    if (kind === "asked") continue;
    await stage.must(after(3), administrator, takeCase, of);
    if (kind === "questioned" || kind === "answered") {
      const words =
        "证照上的地址与注册地址不一致，哪一个是现址？ · The address on the paper differs from the registered one. Which is current?";
      await stage.must(after(5), administrator, questionCase, { ...of, words });
    }
    if (kind === "answered")
      await stage.must(after(27), actor, answerCheck, {
        words: "以证照上的地址为准，登记信息正在变更。 · The one on the paper. The register is being changed.",
      });
    if (kind === "proposed") {
      const expiresOn = addDays(dayOf(now), HOLDS_DAYS);
      const found = { register: registerOf(provider), expiresOn, reason: "按注册号查得，状态正常。 · Found, active." };
      await stage.must(after(6), administrator, proposeCheck, { organisationId: actor.organisationId, ...found });
    }
    if (kind === "declined") {
      const reason = "执照照片只有首页，请补全副本。 · The picture shows the first page only: send the whole licence.";
      await stage.must(after(6), administrator, proposeDecline, { ...of, reason });
      await stage.must(after(28), administrator2, confirmCheck, of);
    }
  }
  const limits = [
    [RESTRICTED, restrictOrganisation, "登记机关显示正在清算。 · Its register says that it is being wound up."],
    [SUSPENDED, suspendOrganisation, "提交的资质证明经查系伪造。 · A licence that it showed proved to be forged."],
  ] as const;
  for (const [{ id, hours }, command, reason] of limits) {
    const limited = providers.find((one) => one.id === id);
    const input = limited && { organisationId: actorOf(limited).organisationId, reason };
    if (input) await stage.must(deskTime(now, -hours), administrator, command as typeof restrictOrganisation, input);
  }
}
