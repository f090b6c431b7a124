import { useLocale } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { RouteText } from "@/components/ui/freight/route-text";
import type { NamedHub } from "@/domain/shared/named";
import type { RequestRow } from "@/domain/requests/request-view";

type RouteEnds = Pick<RequestRow, "origin" | "destination" | "mode"> & { readonly hub: NamedHub };

/** From, hub, to, in the reader's script. */
export function RequestRoute({ of }: { readonly of: RouteEnds }) {
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
