import { demoUsers, memberships, organisationKeys, organisations, users } from "../../db/schema/accounts";
import type { Database, Writer } from "../../db/database";
import type { Actor, Role } from "../../domain/access/policy";
import { registrationKey } from "../../domain/accounts/organisation";
import { type Instant, later, MARKET_ZONE, MINUTE_MS } from "../../domain/shared/time";
import { mintActor } from "../../server/platform/identity/mint-actor";
import { newOrganisationKey } from "../../server/sealing/keys";
import { LANGUAGES } from "../../domain/catalogue/listing";
import type { Place } from "../../domain/hubs/place";
import type { PreparedNetwork } from "../../domain/hubs/prepare-network";
import { saveListing } from "../../server/catalogue/listings";
import { BUYER_CHARACTERS } from "../plan/parties/choose-winner";
import { type DemoOrganisation, deskOf, type MarketData } from "../plan/market-data";
import { openedAt } from "../plan/parties/membership";
import { listedHubs } from "../plan/parties/plan-parties";
import type { Stage } from "./stage";
import { writePage } from "./write-page";

/** The time zone that a company's people work in, by country. */
export const ZONES: Readonly<Record<string, string>> = {
  CN: "Asia/Shanghai",
  KZ: "Asia/Almaty",
  VN: "Asia/Ho_Chi_Minh",
  RU: "Europe/Moscow",
  UZ: "Asia/Tashkent",
  KG: "Asia/Bishkek",
  MN: "Asia/Ulaanbaatar",
  TH: "Asia/Bangkok",
};

type Person = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly handle?: string;
  readonly isShown?: boolean;
  readonly timeZone: string;
  readonly locale: string;
};

export type Enrolled = { readonly organisationId: string; readonly actors: readonly Actor[] };

type House = {
  readonly kind: "trader" | "platform";
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly country: string;
  readonly city: string;
  readonly registrationNumber: string;
  readonly description: string;
  readonly people: readonly Person[];
};

type With = {
  readonly newId: () => string;
  readonly now: Instant /** Nobody knows its password: the demo's people are let in by one click. */;
  readonly passwordHash: string;
};

/** Writes an organisation with its people. They are checked by hand, not by mail, so this does not go through the sign-up. */
export async function enrol(tx: Writer, house: House, { newId, now, passwordHash }: With): Promise<Enrolled> {
  const organisationId = newId();
  const { people, registrationNumber, ...facts } = house;
  await tx
    .insert(organisations)
    .values({ id: organisationId, ...facts, registrationNumber: registrationKey(registrationNumber), createdAt: now });
  await tx
    .insert(organisationKeys)
    .values({ organisationId, wrappedKey: newOrganisationKey(organisationId), createdAt: now });
  const actors: Actor[] = [];
  for (const { role, handle, isShown, ...person } of people) {
    const userId = newId();
    await tx.insert(users).values({ id: userId, ...person, emailVerifiedAt: now, passwordHash, createdAt: now });
    await tx.insert(memberships).values({ userId, organisationId, role, createdAt: now });
    if (handle) await tx.insert(demoUsers).values({ handle, userId, isShown: isShown ?? false });
    actors.push(mintActor({ kind: "user", userId, organisationId, role }));
  }
  return { organisationId, actors };
}

export type DemoParties = {
  readonly administrator: Actor;
  /** Who decides on what the first one proposes. */
  readonly administrator2: Actor;
  readonly actorOf: (organisation: DemoOrganisation) => Actor;
  readonly providerById: (organisationId: string) => DemoOrganisation;
  readonly characterOf: (organisation: DemoOrganisation) => number;
  readonly buyer: DemoOrganisation;
  readonly provider: DemoOrganisation;
  readonly organisation: (id: string) => DemoOrganisation;
};

const slugOf = (organisation: DemoOrganisation): string => organisation.id.replace("-", "");

/** Which of the demo's companies its one-click users belong to. */
export const DEMO_BUYER = "buyer-019";
export const DEMO_BUYER_2 = "buyer-001";
export const DEMO_PROVIDER = "prov-001";
export const DEMO_PAYER = "prov-041";
export const DEMO_BROKER = "prov-025";
export const DEMO_INSPECTOR = "prov-055";

const HANDLES: Readonly<Record<string, string>> = {
  [DEMO_BUYER]: "buyer",
  [DEMO_BUYER_2]: "buyer2",
  [DEMO_PROVIDER]: "provider",
  [DEMO_PAYER]: "provider2",
  [DEMO_BROKER]: "broker",
  [DEMO_INSPECTOR]: "inspector",
};

const NAMES: Readonly<Record<string, string>> = {
  buyer: "林美华 Lin Meihua",
  buyer2: "陈国荣 Chen Guorong",
  provider: "韦建平 Wei Jianping",
  provider2: "徐安然 Xu Anran",
  broker: "农秀兰 Nong Xiulan",
  inspector: "黄志远 Huang Zhiyuan",
};

/** What an organisation says of itself: in its own language, with English beside it for its partners abroad. */
const describedBy = ({ description: { own, en } }: DemoOrganisation): string => (own === en ? en : `${own} · ${en}`);

function peopleOf(organisation: DemoOrganisation) {
  const handle = HANDLES[organisation.id];
  const common = {
    timeZone: ZONES[organisation.country] ?? "Asia/Shanghai",
    locale: organisation.country === "CN" ? "zh-CN" : "en",
  };
  const owner = {
    ...common,
    name: (handle && NAMES[handle]) ?? deskOf(organisation),
    email: `${handle ?? "desk"}@${slugOf(organisation)}.example`,
    role: "owner",
    handle,
    isShown: handle !== undefined,
  } as const;
  if (handle !== "buyer") return [owner];
  const colleague = {
    ...common,
    name: "周文 Zhou Wen",
    email: `colleague@${slugOf(organisation)}.example`,
    role: "manager",
    handle: "buyer-colleague",
    isShown: true,
  } as const;
  return [owner, colleague];
}

/** A city as its people and as foreigners write it. */
const cityOf = ({ city: { own, en } }: DemoOrganisation): string => (own === en ? en : `${own} ${en}`);

const PLATFORM = {
  kind: "platform",
  nameOwn: "口岸平台运营中心",
  nameLatin: "Kouan Programme Office",
  country: "CN",
  city: "义乌 Yiwu",
  registrationNumber: "PLATFORM-DEMO",
  description: "",
  people: [
    {
      name: "王建军 Wang Jianjun",
      email: "admin@kouan.example",
      role: "administrator",
      handle: "admin",
      isShown: true,
      timeZone: "Asia/Shanghai",
      locale: "zh-CN",
    },
    {
      name: "孙丽娟 Sun Lijuan",
      email: "admin2@kouan.example",
      role: "administrator",
      handle: "admin2",
      isShown: true,
      timeZone: "Asia/Shanghai",
      locale: "zh-CN",
    },
  ],
} as const;

const isKnownLanguage = (language: string): boolean => (LANGUAGES as readonly string[]).includes(language);

type Setting = {
  readonly stage: Stage;
  readonly market: MarketData;
  readonly places: ReadonlyMap<string, Place>;
  readonly network: PreparedNetwork;
  /** When the market's own people come, and companies that have no day of their own. */
  readonly at: Instant;
  readonly newId: (at: Instant) => string;
  readonly passwordHash: string;
};

/** A provider lists its services so soon after it has registered. */
const LISTED_MS = 90 * MINUTE_MS;

async function list(
  { stage, market, places, network, ...setting }: Setting,
  actor: Actor,
  organisation: DemoOrganisation,
): Promise<void> {
  const { joinedAt } = organisation;
  const at = joinedAt === undefined ? setting.at : later(joinedAt, LISTED_MS);
  for (const service of organisation.services ?? []) {
    await stage.must(at, actor, saveListing, {
      service,
      summary: `${organisation.description.own}\n${organisation.description.en}`.slice(0, 600),
      hubIds: listedHubs(organisation, service, { market, places, network }),
      corridors: organisation.corridors,
      languages: organisation.languages.filter(isKnownLanguage),
      licences: (organisation.licences ?? [])
        .filter((licence) => licence.service === service)
        .map(({ type, number, validUntil }) => ({
          name: `${type.own} · ${type.en}`.slice(0, 120),
          number,
          validUntil,
        })),
      equipment: service === "logistics" ? (organisation.equipment ?? []) : [],
      isActive: true,
    });
  }
  const zone = ZONES[organisation.country] ?? MARKET_ZONE;
  await writePage({ stage, at, zone, written: market.pages[organisation.id] }, actor, organisation);
}

/** Enrols the demo's companies and people, and lists its providers. */
export async function castParties(database: Database, setting: Setting): Promise<DemoParties> {
  const { market, at, newId, passwordHash } = setting;
  const byOn = (day: Instant) => ({ newId: () => newId(day), now: day, passwordHash });
  const platform = await database.write((tx) => enrol(tx, PLATFORM, byOn(openedAt(market, at))));
  const actors = new Map<string, Actor>();
  const providers = new Map<string, DemoOrganisation>();
  for (const organisation of market.organisations) {
    const house = {
      kind: "trader",
      nameOwn: organisation.name.own,
      nameLatin: organisation.name.latin,
      country: organisation.country,
      city: cityOf(organisation),
      registrationNumber: organisation.registration.number,
      description: describedBy(organisation),
      people: peopleOf(organisation),
    } as const;
    const enrolled = await database.write((tx) => enrol(tx, house, byOn(organisation.joinedAt ?? at)));
    const actor = enrolled.actors[0] as Actor;
    actors.set(organisation.id, actor);
    providers.set(enrolled.organisationId, organisation);
    if (organisation.kind === "provider") await list(setting, actor, organisation);
  }
  const found = <T>(value: T | undefined, id: string): T => {
    if (value === undefined) throw new Error(`The demo has no ${id}`);
    return value;
  };
  const organisation = (id: string) =>
    found(
      market.organisations.find((one) => one.id === id),
      id,
    );
  const order = new Map(market.organisations.map((one, position) => [one.id, position]));
  return {
    administrator: found(platform.actors[0], "administrator"),
    administrator2: found(platform.actors[1], "second administrator"),
    actorOf: (one) => found(actors.get(one.id), one.id),
    providerById: (id) => found(providers.get(id), id),
    characterOf: (one) => (order.get(one.id) ?? 0) % BUYER_CHARACTERS,
    buyer: organisation(DEMO_BUYER),
    provider: organisation(DEMO_PROVIDER),
    organisation,
  };
}
