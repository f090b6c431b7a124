import type { Actor } from "../../domain/access/policy";
import { type PaperKind, neededPaper } from "../../domain/accounts/check-papers";
import { addDays, dayOf, type Instant, type LocalDate } from "../../domain/shared/time";
import { latestCase } from "../../db/repositories/checks";
import { askCheck } from "@/server/accounts/checks/ask-check";
import { addPaper } from "@/server/accounts/checks/papers";
import { receiveUpload } from "../../server/files/receive-upload";
import type { DemoOrganisation } from "../plan/market-data";
import { pageOf } from "./history/closing-papers";
import type { Stage } from "./stage";
import { asStream } from "./steps/inspections";

type DemoPaper = {
  readonly kind: PaperKind;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate | null;
};

/** Who registers companies in a country, in its own words. */
const REGISTRARS: Readonly<Record<string, string>> = {
  KZ: "Қазақстан Республикасының Әділет министрлігі",
  RU: "Федеральная налоговая служба",
  VN: "Phòng Đăng ký kinh doanh",
  UZ: "Davlat xizmatlari markazi",
  KG: "Министерство юстиции Кыргызской Республики",
  MN: "Улсын бүртгэлийн ерөнхий газар",
  TH: "กรมพัฒนาธุรกิจการค้า",
};

const digits = (value: number, length: number): string => String(value).padStart(length, "0");

/** An OGRN of the region and year in which a company of this INN began; its last digit is by the rule. */
function ogrnOf(inn: string, foundedYear: number, place: number): string {
  const number = `1${digits(foundedYear % 100, 2)}${inn.slice(0, 2)}7${digits(104_729 * (place + 1), 6).slice(-6)}`;
  return number + String((BigInt(number) % 11n) % 10n);
}

/** The paper that says a company is registered. */
function registrationOf(one: DemoOrganisation, place: number, on: LocalDate): DemoPaper {
  const { country, registration, foundedYear, city } = one;
  const kind = neededPaper(country);
  // An extract is as old as its asking, a certificate as the company.
  const isExtract = kind === "ru_registration";
  return {
    kind,
    number: isExtract ? ogrnOf(registration.number, foundedYear, place) : registration.number,
    issuer: country === "CN" ? `${city.own}市场监督管理局` : (REGISTRARS[country] ?? "Company register"),
    issuedOn: isExtract ? addDays(on, -9) : (`${foundedYear}-05-1${place % 10}` as LocalDate),
    expiresOn: null,
  };
}

/** How long a road transport permit of China holds, and how old one of the demo's is. */
const PERMIT_DAYS = 4 * 365;
const PERMIT_OLD_DAYS = 400;

/** What a company shows beside its registration, for what it does. */
function licencesOf(one: DemoOrganisation, place: number, on: LocalDate): DemoPaper[] {
  const { country, registration, services = [], city, foundedYear } = one;
  const since = `${foundedYear + 1}-03-0${1 + (place % 9)}` as LocalDate;
  const isBroker = services.includes("customs");
  if (country === "CN" && isBroker) {
    const number = `${registration.number.slice(2, 6)}980${digits(place, 3)}`;
    return [{ kind: "cn_customs_filing", number, issuer: `${city.own}海关`, issuedOn: since, expiresOn: null }];
  }
  if (country === "CN" && services.includes("logistics")) {
    const number = `${registration.number.slice(2, 8)}${digits(10_007 * (place + 1), 6).slice(-6)}`;
    const issuedOn = addDays(on, -PERMIT_OLD_DAYS);
    const expiresOn = addDays(issuedOn, PERMIT_DAYS);
    return [{ kind: "cn_road_transport", number, issuer: `${city.own}交通运输局`, issuedOn, expiresOn }];
  }
  if (!isBroker) return [];
  const register: Readonly<Record<string, Pick<DemoPaper, "kind" | "number" | "issuer">>> = {
    KZ: {
      ...{ kind: "kz_customs_representative", number: `ТП-${digits(place * 7, 4)}` },
      issuer: "ҚР Қаржы министрлігінің Мемлекеттік кірістер комитеті",
    },
    RU: { kind: "ru_customs_representative", number: `${digits(place * 17, 4)}/02`, issuer: "ФТС России" },
    VN: { kind: "vn_customs_agent", number: `${place * 13}/QĐ-TCHQ`, issuer: "Cục Hải quan" },
  };
  const own = register[country];
  return own ? [{ ...own, issuedOn: since, expiresOn: null }] : [];
}

type Showing = {
  readonly stage: Stage;
  readonly actor: Actor;
  readonly at: Instant;
  /** Among the providers, so that numbers differ. */
  readonly place: number;
};

/** A provider attaches its papers, writes down their numbers, and asks for the check. */
export async function showPapers({ stage, actor, at, place }: Showing, provider: DemoOrganisation): Promise<void> {
  const { organisationId } = actor;
  if (organisationId === null || at > stage.until) return;
  // Papers of an earlier check come along by themselves.
  if ((await latestCase(stage.database.read, organisationId)) !== undefined) {
    await stage.must(at, actor, askCheck, {});
    return;
  }
  const on = dayOf(at);
  for (const paper of [registrationOf(provider, place, on), ...licencesOf(provider, place, on)]) {
    const lines = [paper.kind.replaceAll("_", " ").toUpperCase(), provider.name.latin, paper.number, paper.issuedOn];
    const outcome = await receiveUpload(
      {
        ...{ actor, origin: { ip: null, requestId: null }, idempotencyKey: null, name: `${paper.kind}.pdf` },
        ...{ declaredType: "application/pdf", subject: { kind: "check", id: organisationId } },
        body: asStream(pageOf(lines)),
      },
      stage.platformAt(at),
    );
    if (outcome.kind !== "done") throw new Error(`The demo's paper was not kept: ${JSON.stringify(outcome)}`);
    await stage.must(at, actor, addPaper, { ...paper, fileId: outcome.value.id });
  }
  await stage.must(at, actor, askCheck, {});
}
