import { useLocale } from "next-intl";
import { placeName } from "@/components/catalogue/party-name";
import { RouteText } from "@/components/ui/freight/route-text";
import type { RequestRow } from "@/domain/requests/request-view";

/** From, hub, to, in the reader's script. */
export function RequestRoute({ of }: { readonly of: Pick<RequestRow, "origin" | "destination" | "hub" | "mode"> }) {
  const locale = useLocale();
  const { origin, destination, hub, mode } = of;
  return (
    <RouteText
      from={placeName(origin, locale)}
      hub={placeName(hub, locale)}
      isBorderHub={hub.isBorderHub}
      to={placeName(destination, locale)}
      mode={mode}
    />
  );
}
