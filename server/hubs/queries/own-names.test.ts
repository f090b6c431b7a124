import { describe, expect, test } from "vitest";
import { readClerkKnowledge } from "@/db/reference/read-clerk-knowledge";
import { readReference } from "@/db/reference/read-reference";
import { hubsOf } from "@/domain/hubs/place";
import { placeName } from "@/domain/shared/place-names";
import { ownNames } from "./own-names";

const referenceData = readReference();
const { places } = referenceData;
const written = new Map(
  readClerkKnowledge(referenceData).places.map(({ id, names }) => [id, names.map((name) => name.toLowerCase())]),
);
const named = [...places, ...hubsOf(places)];
const SCRIPT = { ru: /\p{Script=Cyrillic}/u, kk: /\p{Script=Cyrillic}/u, vi: /\p{Script=Latin}/u } as const;
const ALONE = (["ru", "kk", "vi"] as const).map((language) => ({ language }));

describe.each(ALONE)("in $language", ({ language }) => {
  const unnamed = { nameEn: "–", nameZh: "–" };

  test("every place and hub of the network has a name in its script", () => {
    const lacking = named.filter(
      ({ id }) => !SCRIPT[language].test(placeName({ ...unnamed, ...ownNames(id) }, language)),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  test("a driver reads a place by a name that a buyer may write", () => {
    const kind = /^(?:порт|аэропорт|cảng|sân bay) | (?:порты|әуежайы)$/u;
    const isWritten = ({ id }: { id: string }): boolean => {
      const names = placeName({ ...unnamed, ...ownNames(id) }, language)
        .toLowerCase()
        .replace(/ \(.*\)$/, "")
        .split(" / ");
      return names.flatMap((name) => [name, name.replace(kind, "")]).some((name) => written.get(id)?.includes(name));
    };
    expect(places.filter((place) => !isWritten(place)).map(({ id }) => id)).toEqual([]);
  });

  test("a place that came later goes by its English name", () => {
    expect(placeName({ nameEn: "Later", nameZh: "后来", ...ownNames("later") }, language)).toBe("Later");
  });
});

test.each([
  ["ru", "CNYIU", "Иу"],
  ["ru", "horgos", "Хоргос (Китай)"],
  ["kk", "KZ-DOSTYK", "Достық"],
  ["vi", "pingxiang", "Bằng Tường"],
  ["zh-CN", "CNYIU", "义乌"],
  ["en", "CNYIU", "Yiwu"],
])("in %s %s is %s", (locale, id, name) => {
  const place = named.find((one) => one.id === id);
  expect(place && placeName({ ...place, ...ownNames(place.id) }, locale)).toBe(name);
});
