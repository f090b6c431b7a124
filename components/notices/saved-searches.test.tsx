import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { instant } from "@/domain/shared/time";
import { drawn, ROOMS } from "@/test/drawn";
import { LeadsTable } from "../bidding/leads-table";
import { KeepSearch, SearchList, WatchList, WatchOffer } from "./saved-searches";

const hubs = new Map([["horgos", { nameEn: "Horgos", nameZh: "霍尔果斯", nameRu: "Хоргос" }]]);
const act = async () => null as never;
const actions = { change: act, drop: act, mute: act, open: act };
const search = {
  ...{ id: "s", name: "Tiles", query: "q=tiles&service=customs&hub=horgos&corridor=CN-KZ&closes=3d" },
  ...({ mail: "daily", isMuted: false, newCount: 2 } as const),
};

test.each(LOCALES)("in %s a search says what it asks, how it is told and what is new", (locale) => {
  const place = { locale, rooms: ROOMS };
  const others = [
    { ...search, id: "m", query: "", isMuted: true, newCount: 0 },
    { ...search, id: "n", newCount: 140 },
  ];
  const html = drawn(<SearchList searches={[search, ...others]} hubs={hubs} actions={actions} />, place);
  expect(html).toContain("tiles");
  expect(html).toContain(locale === "zh-CN" ? "霍尔果斯" : locale === "ru" ? "Хоргос" : "Horgos");
  expect(html).not.toContain("140");
  expect(html).toContain("99");
  const kept = drawn(<KeepSearch action={act} query={search.query} hubs={hubs} />, place);
  expect(kept).toContain('value="q=tiles&amp;service=customs&amp;hub=horgos&amp;corridor=CN-KZ&amp;closes=3d"');
});

test.each(LOCALES)("in %s what is watched and what fits by corridor stands by its name", (locale) => {
  const place = { locale, rooms: ROOMS };
  const watches = [
    { what: "hub", subject: "horgos" },
    { what: "corridor", subject: "CN-KZ" },
  ] as const;
  const html = drawn(<WatchList watches={watches} hubs={hubs} unwatch={act} />, place);
  expect(html).toContain(`/${locale}/hubs/horgos`);
  expect(drawn(<WatchList watches={[]} hubs={hubs} unwatch={act} />, place)).not.toContain("<li");
  expect(drawn(<WatchOffer watched={watches[1]} hubs={hubs} watch={act} />, place)).toContain('value="CN-KZ"');
  const lead = { corridor: "CN-KZ", fitting: 3, biddable: 2, closesAt: instant(9_000_000) };
  const leads = drawn(<LeadsTable leads={[lead]} now={instant(0)} />, place);
  expect(leads).toContain(`/${locale}/saved?keep=1&amp;corridor=CN-KZ`);
});
