import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { type Instant, toIso } from "../domain/shared/time";
import { makeLink } from "../server/field/links";
import { reportMilestone } from "../server/orders/report-milestone";
import { field, photoCall, reportCall, strikeCall } from "../server/field/field-route";
import { linkToken } from "../server/platform/identity/tokens";
import { execute } from "../server/platform/execute";
import { usePlatform } from "../server/platform/platform";
import { must } from "./must";
import { actorOf, orderMarket } from "./order-market";
import type { TradedDeal } from "./traffic-market";

type Person = Parameters<typeof actorOf>[0];

/** A picture as a phone makes it: with its time, its zone and its place in it. */
export const phonePicture = (exif: Parameters<ReturnType<typeof sharp>["withExif"]>[0] = {}): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: "#445" } })
    .jpeg()
    .withExif(exif)
    .toBuffer();

export const PLACED = {
  IFD2: { DateTimeOriginal: "2026:11:24 09:30:00", OffsetTimeOriginal: "+08:00" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "44/1 12/1 3600/100",
    GPSLongitudeRef: "E",
    GPSLongitude: "80/1 24/1 0/1",
  },
};

async function answered(response: Response) {
  const body = (await response.json()) as { code?: string; id?: string; isStep?: boolean };
  return { status: response.status, code: body.code ?? null, body };
}

/** The market with one order, whose parties give out links by which reports and pictures come. */
export async function fieldMarket(deal: Partial<TradedDeal> = {}) {
  const market = await orderMarket(deal);
  usePlatform(market.on);
  const { on, orderId } = market;
  const called = (call: Parameters<typeof field>[0], token: string, request: Request) =>
    field(call)(request, { params: Promise.resolve({ token }) }).then(answered);
  const linkCall = (who: Person, more: object) => ({
    actor: actorOf(who),
    input: { orderId, role: "driver", person: "Azamat", locale: "en", ...more },
  });
  return {
    ...market,
    make: (who: Person, more: object = {}) => execute(makeLink, linkCall(who, more), on),
    /** A link that is good, made by one of a party's people. */
    async token(who: Person = "timur", more: object = {}): Promise<{ id: string; token: string }> {
      const made = await must(on, makeLink, linkCall(who, more));
      return { id: made.id, token: linkToken(made) };
    },
    /** The step before which nobody in the field has anything to report. */
    book: (booked = orderId) =>
      must(on, reportMilestone, {
        actor: actorOf("timur"),
        input: { orderId: booked, code: "booked", occurredAt: toIso(market.now()) },
      }),
    report(token: string, code: string, more: { at?: Instant } & Record<string, unknown> = {}) {
      const { at = market.now(), ...rest } = more;
      const clock = market.now();
      const body = { id: randomUUID(), seq: 1, code, occurredAt: toIso(at), madeAt: clock, sentAt: clock, ...rest };
      return called(
        reportCall,
        token,
        new Request("http://localhost/api/field/x/reports", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      );
    },
    strike: (token: string, body: object) =>
      called(
        strikeCall,
        token,
        new Request("http://localhost/api/field/x/strikes", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      ),
    photo(token: string, id: string, content: Buffer, { name = "photo.jpg", type = "image/jpeg", offset = 480 } = {}) {
      return called(
        photoCall,
        token,
        new Request(
          `http://localhost/api/field/x/photos?${new URLSearchParams({ id, name, offset: String(offset) })}`,
          {
            method: "POST",
            headers: { "content-type": type },
            body: new Uint8Array(content),
          },
        ),
      );
    },
  };
}
