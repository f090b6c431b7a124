import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { apiReference } from "./api-reference";

type Words = Record<"endpoint" | "failure" | "room", Record<string, string>>;

const wordsIn = (locale: string): Words =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../messages/${locale}/developers.json`), "utf8")) as Words;

test.each(["en", "zh-CN"])(
  "the page of the API has words in %s for every endpoint, room and status, and for nothing else",
  (locale) => {
    const { rooms, failures } = apiReference("2026-11-29" as LocalDate);
    const words = wordsIn(locale);
    const endpoints = rooms.flatMap((room) => room.endpoints.map(({ name }) => name));
    expect(Object.keys(words.endpoint).sort()).toEqual(endpoints.sort());
    expect(Object.keys(words.room).sort()).toEqual(rooms.map(({ room }) => room).sort());
    expect(Object.keys(words.failure)).toEqual(failures.map(({ status }) => String(status)));
  },
);
